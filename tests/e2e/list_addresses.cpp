// Prints the methods and addresses of the server's own list, one a line as in `GET /health`: what
// docs/openapi.yaml is held against.
#include "net/routes.hpp"

#include <iostream>

int main() {
    for (const auto& [method, pattern] : dealtafel::net::Routes::addresses()) {
        std::cout << method << ' ' << pattern << '\n';
    }
}
