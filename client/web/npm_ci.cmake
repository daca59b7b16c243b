# cmake -D FOLDER=... -P npm_ci.cmake: installs what FOLDER/package-lock.json names, unless that is
# there already, whichever build folder asked for it.
file(SHA256 ${FOLDER}/package-lock.json wanted)
set(stamp ${FOLDER}/node_modules/.installed)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL wanted)
    return()
  endif()
endif()
execute_process(COMMAND npm ci --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "npm ci failed in ${FOLDER}")
endif()
file(WRITE ${stamp} ${wanted})
