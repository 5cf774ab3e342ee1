# Configures PROJECT below WORK and checks how that ends. Run by the tests that CMakeLists.txt beside this file adds.

file(REMOVE_RECURSE "${WORK}")
set(ENV{PKG_CONFIG_PATH} "${PKG_CONFIG_FOLDER}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${PROJECT}" -B "${WORK}" -G "${GENERATOR}"
        "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DMODULE=${MODULE}"
    RESULT_VARIABLE status
    OUTPUT_VARIABLE output
    ERROR_VARIABLE errors)

if(EXPECT STREQUAL "success" AND NOT status EQUAL 0)
    message(FATAL_ERROR "Configuring failed with status ${status}, but should not have:\n${output}\n${errors}")
endif()
if(EXPECT STREQUAL "failure" AND status EQUAL 0)
    message(FATAL_ERROR "Configuring went well, but should have been refused:\n${output}")
endif()

# CMake wraps its messages, so words are compared with every run of white space as one blank.
string(REGEX REPLACE "[ \t\r\n]+" " " errors "${errors}")
foreach(words IN LISTS SAYS)
    string(FIND "${errors}" "${words}" position)
    if(position EQUAL -1)
        message(FATAL_ERROR "The refusal does not say \"${words}\". It says: ${errors}")
    endif()
endforeach()
