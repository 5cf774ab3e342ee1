# What the project is built from. All of it comes packaged; see scripts/packages for the list that the scripts install.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network WebSockets LinguistTools Svg DBus)
find_package(Qt6 6.4 REQUIRED COMPONENTS HttpServer)
if(OPENTRAIN_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(Qt6Keychain REQUIRED)
find_package(spdlog REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SQLCIPHER IMPORTED_TARGET sqlcipher)
pkg_check_modules(LIBARCHIVE IMPORTED_TARGET libarchive)
if(NOT LIBARCHIVE_FOUND)
    message(FATAL_ERROR "libarchive was not found; the sandbox packs data exports with it. On Debian run scripts/setup, "
        "or: apt-get install libarchive-dev")
endif()

# SQLCipher's package names the version of the SQLite inside it: 4.6.1 holds 3.46.1. Bookworm's own SQLCipher 3.4.1 holds
# 3.15.2; it has other default ciphers, no contentless-delete search tables, and its files can't be opened by 4.x.
set(OPENTRAIN_SQLCIPHER_MINIMUM_SQLITE 3.44)
set(opentrain_sqlcipher_advice
    "OpenTrain Desktop needs SQLCipher 4.6.1 or newer. On Debian 12 run scripts/setup, which installs it from \
bookworm-backports (or add that suite to your APT sources and run: apt-get install -t bookworm-backports libsqlcipher-dev).")
if(NOT SQLCIPHER_FOUND)
    message(FATAL_ERROR "SQLCipher was not found. ${opentrain_sqlcipher_advice}")
endif()
if(SQLCIPHER_VERSION VERSION_LESS OPENTRAIN_SQLCIPHER_MINIMUM_SQLITE)
    message(FATAL_ERROR "The SQLCipher on this machine is too old: it holds SQLite ${SQLCIPHER_VERSION}. "
        "${opentrain_sqlcipher_advice}")
endif()
