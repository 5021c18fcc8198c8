# The layers of ARCHITECTURE.md as targets, each of which sees only what it may include.
#
# A header is included by its layer and name, "text/range.h". All of src/ on the include path would let every layer
# include every other. So each layer gets a forwarding folder, build/<preset>/layers/<layer>, that holds nothing but a
# link to that layer's folder, and a target gets the forwarding folders of the layers it depends on. Including upwards
# then fails like any missing header. tests/layers checks the same for what a compiler cannot see.

# twicetold_layer(NAME [DEPENDS layer…] [THIRD_PARTY name…] [FOLDERS subfolder…] [SIZE])
#
# Every .cpp of the current folder and of FOLDERS becomes part of the static library twicetold_NAME; a layer without any
# is headers only. DEPENDS are passed on to those who depend on this layer, THIRD_PARTY are not. SIZE compiles the web
# build for size instead of speed.
function(twicetold_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SIZE" "" "DEPENDS;THIRD_PARTY;FOLDERS")
    set(target twicetold_${name})
    twicetold_forward(${name})

    set(patterns *.cpp)
    foreach(folder IN LISTS arg_FOLDERS)
        list(APPEND patterns ${folder}/*.cpp)
    endforeach()
    list(TRANSFORM patterns PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    file(GLOB sources CONFIGURE_DEPENDS ${patterns})
    if(sources)
        add_library(${target} STATIC ${sources})
        set(scope PUBLIC)
        target_link_libraries(${target} PRIVATE twicetold_settings)
        foreach(library IN LISTS arg_THIRD_PARTY)
            target_link_libraries(${target} PRIVATE third_party_${library})
        endforeach()
        if(EMSCRIPTEN)
            target_compile_options(${target} PRIVATE $<IF:$<BOOL:${arg_SIZE}>,-Os,-O3>)
        endif()
    else()
        add_library(${target} INTERFACE)
        set(scope INTERFACE)
    endif()
    target_include_directories(${target} ${scope} ${PROJECT_BINARY_DIR}/layers/${name})

    set(sees ${name})
    foreach(layer IN LISTS arg_DEPENDS)
        target_link_libraries(${target} ${scope} twicetold_${layer})
        get_property(below GLOBAL PROPERTY TWICETOLD_SEEN_BY_${layer})
        list(APPEND sees ${below})
    endforeach()
    list(REMOVE_DUPLICATES sees)
    set_property(GLOBAL PROPERTY TWICETOLD_SEEN_BY_${name} ${sees})
endfunction()

# twicetold_forward(NAME): makes the forwarding folder of the layer in the current folder.
function(twicetold_forward name)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/layers/${name})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/layers/${name}/${name} SYMBOLIC)
endfunction()

# twicetold_types_of(NAME LAYER): a target twicetold_NAME that offers the headers of LAYER, and of what it includes, but
# links none of their code.
function(twicetold_types_of name layer)
    add_library(twicetold_${name} INTERFACE)
    get_property(sees GLOBAL PROPERTY TWICETOLD_SEEN_BY_${layer})
    foreach(seen IN LISTS sees)
        target_include_directories(twicetold_${name} INTERFACE ${PROJECT_BINARY_DIR}/layers/${seen})
    endforeach()
    set_property(GLOBAL PROPERTY TWICETOLD_SEEN_BY_${name} ${sees})
endfunction()

# twicetold_program(NAME FOLDER LAYERS layer… [THIRD_PARTY name…] [OPTIONS link option…])
#
# An entry point: the .cpp files of src/app/FOLDER. Skipped as long as there are none.
function(twicetold_program name folder)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "LAYERS;THIRD_PARTY;OPTIONS")
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    if(NOT sources)
        message(STATUS "${name} is left out: src/app/${folder} has no source yet")
        return()
    endif()
    add_executable(${name} ${sources})
    target_include_directories(${name} PRIVATE ${PROJECT_BINARY_DIR}/layers/app)
    target_link_libraries(${name} PRIVATE twicetold_settings)
    foreach(layer IN LISTS arg_LAYERS)
        target_link_libraries(${name} PRIVATE twicetold_${layer})
    endforeach()
    foreach(library IN LISTS arg_THIRD_PARTY)
        target_link_libraries(${name} PRIVATE third_party_${library})
    endforeach()
    target_link_options(${name} PRIVATE ${arg_OPTIONS})
endfunction()
