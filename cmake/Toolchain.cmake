# Compiler cache, fast linker, warnings, sanitizers and precompiled headers, for every target alike.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers and other checkouts of the same tree share the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

add_library(callboard_options INTERFACE)
target_compile_options(callboard_options INTERFACE -Wall -Wextra -Wpedantic -fpch-preprocess)
target_include_directories(callboard_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(callboard_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(CALLBOARD_SANITIZE)
    target_compile_options(callboard_options INTERFACE -fsanitize=${CALLBOARD_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(callboard_options INTERFACE -fsanitize=${CALLBOARD_SANITIZE})
endif()
