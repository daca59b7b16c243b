# Writes a C++ unit that holds a text file:
#   cmake -DFILE=in.json -DOUT=out.cpp -DSPACE=dealtafel::messages -DNAME=text_nl -P embed_text.cmake
file(READ "${FILE}" text)
file(WRITE "${OUT}" "#include <string_view>

namespace ${SPACE} {

extern const std::string_view ${NAME};
const std::string_view ${NAME} = R\"embedded(${text})embedded\";

}  // namespace ${SPACE}
")
