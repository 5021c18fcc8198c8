# How everything of ours is compiled: language, warnings, optimisation, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")

add_library(twicetold_warnings INTERFACE)
target_compile_options(twicetold_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # Clang counts the first among -Wconversion and the second among -Wall, GCC neither: what one compiler lets pass must
    # not break the other's build.
    target_compile_options(twicetold_warnings INTERFACE -Wno-sign-conversion -Wno-error=unused-const-variable)
endif()

# Errors are values in this code base, so it is compiled without exceptions in every build: what threw in the command
# line program would end the web page, whose modules do without them for their size. Only tests have exceptions.
add_library(twicetold_settings INTERFACE)
target_link_libraries(twicetold_settings INTERFACE twicetold_warnings)
target_compile_options(twicetold_settings INTERFACE -fno-exceptions)
if(EMSCRIPTEN)
    add_compile_options(-fno-rtti -fno-exceptions -msimd128)
endif()

if(TWICETOLD_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(TWICETOLD_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
