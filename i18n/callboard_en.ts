<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>SheetPainter</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform><numerusform>%n changed</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::player::ReviewPlayer</name>
    <message numerus="yes">
        <source>The file ends early: only %n frames can be shown.</source>
        <translation>
            <numerusform>The file ends early: only %n frame can be shown.</numerusform><numerusform>The file ends early: only %n frames can be shown.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n drawings</source>
        <translation>
            <numerusform>%n drawing</numerusform><numerusform>%n drawings</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n drawings on frame</source>
        <translation>
            <numerusform>%n drawing on frame</numerusform><numerusform>%n drawings on frame</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::player::Transport</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform><numerusform>%n dropped</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::ui::EntitiesPage</name>
    <message numerus="yes">
        <source>%1 of %n shot(s)</source>
        <translation>
            <numerusform>%1 of %n shot</numerusform><numerusform>%1 of %n shots</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n asset(s)</source>
        <translation>
            <numerusform>%1 of %n asset</numerusform><numerusform>%1 of %n assets</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::ui::EntityEditing</name>
    <message numerus="yes">
        <source>Status of %n task(s)</source>
        <translation>
            <numerusform>Status of %n task</numerusform><numerusform>Status of %n tasks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n task(s)</source>
        <translation>
            <numerusform>Priority of %n task</numerusform><numerusform>Priority of %n tasks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Assignment of %n task(s)</source>
        <translation>
            <numerusform>Assignment of %n task</numerusform><numerusform>Assignment of %n tasks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Estimation of %n task(s)</source>
        <translation>
            <numerusform>Estimation of %n task</numerusform><numerusform>Estimation of %n tasks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Change of %n field(s)</source>
        <translation>
            <numerusform>Change of %n field</numerusform><numerusform>Change of %n fields</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::ui::Form</name>
    <message numerus="yes">
        <source>%n to mend. %1</source>
        <translation>
            <numerusform>%n to mend. %1</numerusform><numerusform>%n to mend. %1</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform><numerusform>%1 and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::ui::ProductionsPage</name>
    <message numerus="yes">
        <source>%1 fps · %2 · %n people</source>
        <translation>
            <numerusform>%1 fps · %2 · %n person</numerusform><numerusform>%1 fps · %2 · %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n production</numerusform><numerusform>%n productions</numerusform></translation>
    </message>
</context>
<context>
    <name>callboard::ui::StatusPicker</name>
    <message numerus="yes">
        <source>Status of %n task(s)</source>
        <translation>
            <numerusform>Status of %n task</numerusform><numerusform>Status of %n tasks</numerusform></translation>
    </message>
</context>
</TS>