// What the protocol looks like to other programs: JSON Schemas of its messages, and the claims
// behind the rules that its explanations name. Committed under docs/protocol/, where they are made
// anew by the target `protocol_docs`; the page's types are made from them.
#pragma once

#include <string>
#include <vector>

namespace dealtafel::protocol {

// A file of docs/protocol, with its text.
struct ProtocolFile {
    std::string name;
    std::string text;
};

std::vector<ProtocolFile> protocol_files();

}  // namespace dealtafel::protocol
