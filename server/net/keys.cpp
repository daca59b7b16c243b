#include "net/keys.hpp"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509err.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>
#include <utility>

namespace dealtafel::net {

namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

std::optional<ListenFault> fault_of_file(const std::string& file, const char* what) {
    std::FILE* opened = std::fopen(file.c_str(), "rb");
    if (opened == nullptr) {
        return ListenFault{fmt::format("the {} {} cannot be read: {}", what, file,
                                       std::generic_category().message(errno))};
    }
    std::fclose(opened);
    return std::nullopt;
}

// A key that asks for a passphrase has none here, instead of asking a terminal.
int no_passphrase(char*, int, int, void*) {
    return 0;
}

std::optional<ListenFault> fill(ssl::context& context, const std::string& certificate,
                                const std::string& key) {
    if (auto fault = fault_of_file(certificate, "certificate")) return fault;
    if (auto fault = fault_of_file(key, "key")) return fault;
    SSL_CTX* native = context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_default_passwd_cb(native, no_passphrase);
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(native, certificate.c_str()) != 1) {
        return ListenFault{fmt::format("{} holds no certificate in PEM form", certificate)};
    }
    const X509* own = SSL_CTX_get0_certificate(native);
    if (X509_cmp_current_time(X509_get0_notAfter(own)) < 0) {
        return ListenFault{fmt::format("the certificate {} has expired", certificate)};
    }
    const bool is_read =
        SSL_CTX_use_PrivateKey_file(native, key.c_str(), SSL_FILETYPE_PEM) == 1 ||
        ERR_GET_LIB(ERR_peek_last_error()) == ERR_LIB_X509;  // a key, but of another certificate
    if (!is_read) {
        return ListenFault{
            fmt::format("{} holds no private key in PEM form without a passphrase", key)};
    }
    if (SSL_CTX_check_private_key(native) == 1) return std::nullopt;
    return ListenFault{
        fmt::format("the key {} does not belong to the certificate {}", key, certificate)};
}

}  // namespace

Result<std::unique_ptr<Keys>, ListenFault> Keys::load(std::string certificate, std::string key) {
    std::unique_ptr<Keys> keys(new Keys(std::move(certificate), std::move(key)));
    if (auto loaded = keys->reload(); !loaded) return loaded.error();
    return keys;
}

Result<void, ListenFault> Keys::reload() {
    ssl::context fresh(ssl::context::tls_server);
    if (auto fault = fill(fresh, certificate_, key_)) return std::move(*fault);
    context_ = std::move(fresh);
    return {};
}

}  // namespace dealtafel::net
