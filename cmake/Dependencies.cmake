# The libraries of others, as targets named third_party_…, whose headers are SYSTEM so that our warnings spare them.
include(DependencyFolder)

set(IMGUI_DIR "$ENV{IMGUI_DIR}" CACHE PATH "A Dear ImGui source tree, >= 1.92")
if(NOT IMGUI_DIR)
    set(IMGUI_DIR ${TWICETOLD_DEPS}/imgui)
endif()

# twicetold_header_library(NAME PACKAGE HEADER): the headers that tools/setup.sh unpacked from a Debian package, or,
# where it has not, the system's own. em++ must never see the system's.
function(twicetold_header_library name package header)
    add_library(third_party_${name} INTERFACE)
    set(folder ${TWICETOLD_DEPS}/${package}/usr/include)
    if(EXISTS ${folder}/${header})
        target_include_directories(third_party_${name} SYSTEM INTERFACE ${folder})
    elseif(EMSCRIPTEN)
        message(FATAL_ERROR "${header} is missing: run tools/setup.sh web")
    else()
        find_path(TWICETOLD_${name}_INCLUDE ${header})
        if(NOT TWICETOLD_${name}_INCLUDE)
            message(FATAL_ERROR "${header} is missing: run tools/setup.sh native")
        endif()
        target_include_directories(third_party_${name} SYSTEM INTERFACE ${TWICETOLD_${name}_INCLUDE})
    endif()
endfunction()

twicetold_header_library(dtl libdtl-dev dtl/dtl.hpp)
twicetold_header_library(nlohmann nlohmann-json3-dev nlohmann/json.hpp)
# Parsing reports failure by value (allow_exceptions = false); a throw in a build without exceptions would abort.
target_compile_definitions(third_party_nlohmann INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
if(NOT EMSCRIPTEN)
    twicetold_header_library(doctest doctest-dev doctest/doctest.h)
endif()

# The tables of src/text are made from utf8proc, from the same source in both builds: two Unicode versions would segment and
# fold the same text differently on the command line and on the page.
set(folder ${TWICETOLD_DEPS}/utf8proc)
if(EXISTS ${folder}/utf8proc.c)
    add_library(third_party_utf8proc STATIC ${folder}/utf8proc.c)
    target_include_directories(third_party_utf8proc SYSTEM PUBLIC ${folder})
    target_compile_definitions(third_party_utf8proc PUBLIC UTF8PROC_STATIC)
else()
    message(FATAL_ERROR "The source of utf8proc is missing: run tools/setup.sh native")
endif()

# The tables of src/viewer are made from the Unicode Character Database itself, for which utf8proc is no source: it knows no
# line breaking classes. A database of another version would break lines elsewhere, so the system's will not do.
set(TWICETOLD_UNICODE_DATA ${TWICETOLD_DEPS}/unicode-data/usr/share/unicode)
if(NOT EXISTS ${TWICETOLD_UNICODE_DATA}/LineBreak.txt)
    message(FATAL_ERROR "The Unicode Character Database is missing: run tools/setup.sh native")
endif()
find_package(Python3 REQUIRED COMPONENTS Interpreter)

if(NOT EXISTS ${IMGUI_DIR}/imgui.h)
    message(FATAL_ERROR "Dear ImGui is missing: run tools/setup.sh native, or set IMGUI_DIR")
endif()
file(STRINGS ${IMGUI_DIR}/imgui.h line REGEX "^#define IMGUI_VERSION_NUM ")
string(REGEX MATCH "[0-9]+$" version "${line}")
if(version LESS 19200)
    message(FATAL_ERROR "${IMGUI_DIR} holds a Dear ImGui older than 1.92, without dynamic textures")
endif()

# The core, its OpenGL 3 / WebGL 2 backend and, for the desktop, its GLFW backend. The page needs no window library: it
# passes its events on itself.
function(twicetold_imgui)
    add_library(third_party_imgui STATIC
        ${IMGUI_DIR}/imgui.cpp ${IMGUI_DIR}/imgui_draw.cpp ${IMGUI_DIR}/imgui_tables.cpp ${IMGUI_DIR}/imgui_widgets.cpp
        ${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
    target_include_directories(third_party_imgui SYSTEM PUBLIC ${IMGUI_DIR} ${IMGUI_DIR}/backends)
    # Indexes of 32 bits: WebGL 2 has no vertex offsets, and a full change list outgrows 65,536 vertices.
    target_compile_definitions(third_party_imgui PUBLIC
        IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_OBSOLETE_FUNCTIONS "ImDrawIdx=unsigned int")
    if(CMAKE_BUILD_TYPE STREQUAL Release)
        target_compile_definitions(third_party_imgui PUBLIC IMGUI_DISABLE_DEBUG_TOOLS)
    endif()
    if(EMSCRIPTEN)
        target_compile_definitions(third_party_imgui PUBLIC IMGUI_IMPL_OPENGL_ES3 IMGUI_DISABLE_FILE_FUNCTIONS)
        target_compile_options(third_party_imgui PRIVATE -Os)
    elseif(TWICETOLD_HAVE_DESKTOP)
        target_sources(third_party_imgui PRIVATE ${IMGUI_DIR}/backends/imgui_impl_glfw.cpp)
        target_link_libraries(third_party_imgui PUBLIC third_party_glfw)
    endif()
    target_link_libraries(third_party_imgui PUBLIC ${CMAKE_DL_LIBS})
endfunction()

set(TWICETOLD_HAVE_DESKTOP FALSE)
set(TWICETOLD_HAVE_GUMBO FALSE)
if(NOT EMSCRIPTEN)
    find_package(PkgConfig REQUIRED)
    find_package(OpenGL COMPONENTS OpenGL)
    pkg_check_modules(GLFW IMPORTED_TARGET glfw3>=3.3)
    pkg_check_modules(PANGO IMPORTED_TARGET pangocairo>=1.50 pangoft2)
    if(OpenGL_FOUND AND GLFW_FOUND AND PANGO_FOUND)
        set(TWICETOLD_HAVE_DESKTOP TRUE)
        add_library(third_party_glfw INTERFACE)
        target_link_libraries(third_party_glfw INTERFACE PkgConfig::GLFW OpenGL::GL)
        add_library(third_party_pango INTERFACE)
        target_link_libraries(third_party_pango INTERFACE PkgConfig::PANGO)
    else()
        message(STATUS "The desktop program is left out: it needs GLFW >= 3.3, Pango >= 1.50 and OpenGL")
    endif()
    pkg_check_modules(GUMBO IMPORTED_TARGET gumbo)
    if(GUMBO_FOUND)
        set(TWICETOLD_HAVE_GUMBO TRUE)
        add_library(third_party_gumbo INTERFACE)
        target_link_libraries(third_party_gumbo INTERFACE PkgConfig::GUMBO)
    else()
        message(STATUS "HTML files will not be read: that needs gumbo")
    endif()
endif()
twicetold_imgui()
