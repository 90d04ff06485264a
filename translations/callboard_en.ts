<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ImportRows</name>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames longer</source>
        <translation>
            <numerusform>%n frame longer</numerusform>
            <numerusform>%n frames longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames shorter</source>
        <translation>
            <numerusform>%n frame shorter</numerusform>
            <numerusform>%n frames shorter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetPainter</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shot(s)</source>
        <translation>
            <numerusform>%Ln shot</numerusform>
            <numerusform>%Ln shots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln asset(s)</source>
        <translation>
            <numerusform>%Ln asset</numerusform>
            <numerusform>%Ln assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln frame</numerusform>
            <numerusform>%Ln frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ReviewPlayer</name>
    <message numerus="yes">
        <source>The file ends early: only %n frames can be shown.</source>
        <translation>
            <numerusform>The file ends early: only %n frame can be shown.</numerusform>
            <numerusform>The file ends early: only %n frames can be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawings</source>
        <translation>
            <numerusform>%n drawing</numerusform>
            <numerusform>%n drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawings on frame</source>
        <translation>
            <numerusform>%n drawing on frame</numerusform>
            <numerusform>%n drawings on frame</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Transport</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::BellButton</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::CommentEntry</name>
    <message numerus="yes">
        <source>Acknowledge, %n so far</source>
        <translation>
            <numerusform>Acknowledge, %n so far</numerusform>
            <numerusform>Acknowledge, %n so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::EntitiesPage</name>
    <message numerus="yes">
        <source>%1 of %n shot(s)</source>
        <translation>
            <numerusform>%1 of %n shot</numerusform>
            <numerusform>%1 of %n shots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n asset(s)</source>
        <translation>
            <numerusform>%1 of %n asset</numerusform>
            <numerusform>%1 of %n assets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::EntityEditing</name>
    <message numerus="yes">
        <source>Status of %n task(s)</source>
        <translation>
            <numerusform>Status of %n task</numerusform>
            <numerusform>Status of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n task(s)</source>
        <translation>
            <numerusform>Priority of %n task</numerusform>
            <numerusform>Priority of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assignment of %n task(s)</source>
        <translation>
            <numerusform>Assignment of %n task</numerusform>
            <numerusform>Assignment of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Estimation of %n task(s)</source>
        <translation>
            <numerusform>Estimation of %n task</numerusform>
            <numerusform>Estimation of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change of %n field(s)</source>
        <translation>
            <numerusform>Change of %n field</numerusform>
            <numerusform>Change of %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::Form</name>
    <message numerus="yes">
        <source>%n to mend. %1</source>
        <translation>
            <numerusform>%n to mend. %1</numerusform>
            <numerusform>%n to mend. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ImportColumns</name>
    <message numerus="yes">
        <source>%n would be new</source>
        <translation>
            <numerusform>%n would be new</numerusform>
            <numerusform>%n would be new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ImportPage</name>
    <message numerus="yes">
        <source>Write %n row(s)</source>
        <translation>
            <numerusform>Write %n row</numerusform>
            <numerusform>Write %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), nothing written</source>
        <translation>
            <numerusform>%n row, nothing written</numerusform>
            <numerusform>%n rows, nothing written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%n sequence</numerusform>
            <numerusform>%n sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::MyTasksPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::NewEntitiesSheet</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n shot(s)</source>
        <translation>
            <numerusform>Make %n shot</numerusform>
            <numerusform>Make %n shots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n asset(s)</source>
        <translation>
            <numerusform>Make %n asset</numerusform>
            <numerusform>Make %n assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) made</source>
        <translation>
            <numerusform>%n shot made</numerusform>
            <numerusform>%n shots made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) made</source>
        <translation>
            <numerusform>%n asset made</numerusform>
            <numerusform>%n assets made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::NotificationsPage</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::PeoplePage</name>
    <message numerus="yes">
        <source>%n person(s) in the team of %1</source>
        <translation>
            <numerusform>%n person in the team of %1</numerusform>
            <numerusform>%n persons in the team of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n active people</source>
        <translation>
            <numerusform>%1 of %n active person</numerusform>
            <numerusform>%1 of %n active people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ProductionBasics</name>
    <message numerus="yes">
        <source>%n workday(s)</source>
        <translation>
            <numerusform>%n workday</numerusform>
            <numerusform>%n workdays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ProductionChoices</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ProductionsPage</name>
    <message numerus="yes">
        <source>%1 fps · %2 · %n people</source>
        <translation>
            <numerusform>%1 fps · %2 · %n person</numerusform>
            <numerusform>%1 fps · %2 · %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n production</numerusform>
            <numerusform>%n productions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::RevisionBar</name>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::StatusPicker</name>
    <message numerus="yes">
        <source>Status of %n task(s)</source>
        <translation>
            <numerusform>Status of %n task</numerusform>
            <numerusform>Status of %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::TaskFacts</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::TaskListing</name>
    <message numerus="yes">
        <source>%1, %n task(s)</source>
        <translation>
            <numerusform>%1, %n task</numerusform>
            <numerusform>%1, %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::TaskPlayer</name>
    <message numerus="yes">
        <source>%1 of %n revision(s)</source>
        <translation>
            <numerusform>%1 of %n revision</numerusform>
            <numerusform>%1 of %n revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ui::WaitingSheet</name>
    <message numerus="yes">
        <source>%n change(s) wait to be sent</source>
        <translation>
            <numerusform>%n change waits to be sent</numerusform>
            <numerusform>%n changes wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were refused</source>
        <translation>
            <numerusform>%n change was refused</numerusform>
            <numerusform>%n changes were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n change(s)?</source>
        <translation>
            <numerusform>Discard %n change?</numerusform>
            <numerusform>Discard %n changes?</numerusform>
        </translation>
    </message>
</context>
</TS>
