// What the routes ask of the server for whoever runs it.
#pragma once

#include <string>

namespace dealtafel::net {

class Operations {
public:
    virtual ~Operations() = default;
    // Its figures in the text format of Prometheus, of which none tells of a person.
    virtual std::string metrics() const = 0;
    // Whether what is decided waits long to be stored.
    virtual bool store_is_behind() const = 0;
};

}  // namespace dealtafel::net
