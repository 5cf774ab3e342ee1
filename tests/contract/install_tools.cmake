# cmake -DNPM=… -DSOURCES=… -DTOOLS=… -P install_tools.cmake
#
# Puts the scripts and the tools they use into the build directory; nothing is ever installed into the sources. The tools are
# fetched (with npm's own client, from whichever registry this machine uses) when the lock file is another one than the last
# time; this is the only step of the suite that needs a network.
if(NOT EXISTS "${NPM}")
    message(FATAL_ERROR "npm is missing. On Debian: apt-get install nodejs npm")
endif()
file(GLOB scripts "${SOURCES}/*.mjs" "${SOURCES}/*.yaml")
file(COPY ${scripts} "${SOURCES}/package.json" "${SOURCES}/package-lock.json" DESTINATION "${TOOLS}")

file(SHA256 "${SOURCES}/package-lock.json" wanted)
set(stamp "${TOOLS}/installed")
if(EXISTS "${stamp}")
    file(READ "${stamp}" present)
    if(present STREQUAL wanted)
        message(STATUS "The tools are there.")
        return()
    endif()
endif()
file(REMOVE "${stamp}")
# No package may run anything while it is installed.
execute_process(
    COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --no-update-notifier
    WORKING_DIRECTORY "${TOOLS}"
    OUTPUT_VARIABLE said
    ERROR_VARIABLE said
    RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "npm ci ended with ${status}:\n${said}")
endif()
file(WRITE "${stamp}" "${wanted}")
