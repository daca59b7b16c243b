// The certificate and the key of the server, for TLS 1.2 and 1.3. They can be read again while it
// runs: who is connected keeps what it has, who comes later gets the new ones.
#pragma once

#include "base/result.hpp"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace dealtafel::net {

using dealtafel::throw_exception_from_error;

// Why the server cannot take connections, as a sentence for whoever runs it.
struct ListenFault {
    std::string sentence;
};

class Keys {
public:
    // Both files are PEM; that of the certificate holds the whole chain.
    static Result<std::unique_ptr<Keys>, ListenFault> load(std::string certificate,
                                                           std::string key);
    // Reads both files again; after a fault the ones before stay.
    Result<void, ListenFault> reload();
    // For a connection that begins.
    boost::asio::ssl::context& context() { return context_; }

private:
    Keys(std::string certificate, std::string key)
        : certificate_(std::move(certificate)), key_(std::move(key)) {}

    std::string certificate_;
    std::string key_;
    boost::asio::ssl::context context_{boost::asio::ssl::context::tls_server};
};

}  // namespace dealtafel::net
