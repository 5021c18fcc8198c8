# Where tools/setup.sh unpacks what is not installed: the same rule as there, so that neither has to tell the other.
if(DEFINED ENV{TWICETOLD_DEPS})
    set(TWICETOLD_DEPS $ENV{TWICETOLD_DEPS})
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(TWICETOLD_DEPS $ENV{XDG_CACHE_HOME}/twicetold)
else()
    set(TWICETOLD_DEPS $ENV{HOME}/.cache/twicetold)
endif()
