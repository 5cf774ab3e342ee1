# Compiler settings shared by every target of the project.
#
# Targets opt in by linking `ot_settings`; nothing is set globally, so a library we only consume is never built or
# warned about with our flags.

option(OPENTRAIN_BUILD_TESTS "Build the test suites" ON)
option(OPENTRAIN_WERROR "Treat compiler warnings as errors" ON)
option(OPENTRAIN_PRECOMPILED_HEADERS "Compile Qt's and the standard library's headers once a library" ON)
set(OPENTRAIN_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize= (for example address,undefined)")
option(OPENTRAIN_COVERAGE "Build with gcov instrumentation" OFF)

add_library(ot_settings INTERFACE)
target_compile_features(ot_settings INTERFACE cxx_std_20)
target_compile_options(ot_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-align -Wformat=2 -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
    $<$<BOOL:${OPENTRAIN_WERROR}>:-Werror>
    -fstack-protector-strong -fstack-clash-protection -fcf-protection -ftrivial-auto-var-init=zero
    $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3>
    # What is packaged doesn't name the machine it was built on.
    $<$<CONFIG:Release>:-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=>)
target_compile_definitions(ot_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    OPENTRAIN_VERSION="${PROJECT_VERSION}"
    _GLIBCXX_ASSERTIONS)
target_link_options(ot_settings INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

if(OPENTRAIN_SANITIZE)
    # A null pointer that is followed ends in the address sanitizer's report just as well; checking for it before each access
    # makes up a third of the compiler's time. x86 and ARM allow what the alignment check reports.
    target_compile_options(ot_settings INTERFACE -fsanitize=${OPENTRAIN_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all -fno-sanitize=null,alignment)
    target_link_options(ot_settings INTERFACE -fsanitize=${OPENTRAIN_SANITIZE})
endif()
if(OPENTRAIN_COVERAGE)
    target_compile_options(ot_settings INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(ot_settings INTERFACE --coverage)
endif()

# A faster compiler cache and linker are used where they are installed; neither is needed.
find_program(OPENTRAIN_CCACHE ccache)
if(OPENTRAIN_CCACHE)
    # Precompiled headers make ccache look at the sources' text instead of at time stamps.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${OPENTRAIN_CCACHE}")
endif()
find_program(OPENTRAIN_MOLD mold)
find_program(OPENTRAIN_LLD ld.lld)
if(OPENTRAIN_MOLD)
    target_link_options(ot_settings INTERFACE -fuse-ld=mold)
elseif(OPENTRAIN_LLD)
    target_link_options(ot_settings INTERFACE -fuse-ld=lld)
endif()

# What nearly every source includes, compiled once a library: it halves the build. clang-tidy reads the sources without it,
# so that a forgotten include does not go unnoticed.
if(OPENTRAIN_PRECOMPILED_HEADERS)
    set(OPENTRAIN_COMMON_HEADERS
        <QByteArray> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QString>
        <QStringList> <QUrl> <algorithm> <functional> <memory> <optional> <string> <utility> <variant> <vector>)
    # ccache has to be told that a changed precompiled header is as good as its changed sources.
    target_compile_options(ot_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
function(opentrain_precompile name)
    if(OPENTRAIN_PRECOMPILED_HEADERS)
        target_precompile_headers(${name} PRIVATE ${OPENTRAIN_COMMON_HEADERS} ${ARGN})
    endif()
endfunction()

# One library a folder. A layer sees only the layers it names, and only through their public root, so an include that
# climbs against the layering does not compile against a target that was not linked.
function(opentrain_add_layer name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;HEADERS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ot_settings ${ARG_PRIVATE})
    opentrain_precompile(${name} ${ARG_HEADERS})
endfunction()
