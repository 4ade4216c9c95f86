// SPDX-License-Identifier: MIT
#include "support/replay_stream.hpp"

#include <array>
#include <csignal>
#include <stdexcept>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

namespace knowwho::test {

struct TlsContext::Parts {
    std::string authority;
    SSL_CTX* context = nullptr;
};

namespace {

void add_extension(X509* certificate, X509* issuer, int kind, char const* value)
{
    auto context = X509V3_CTX{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    auto* const extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

X509* new_certificate(EVP_PKEY* key, char const* name, long serial)
{
    auto* const certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
        reinterpret_cast<unsigned char const*>(name), -1, -1, 0);
    return certificate;
}

std::string as_pem(X509* certificate)
{
    auto* const bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    char* bytes = nullptr;
    auto const length = BIO_get_mem_data(bio, &bytes);
    auto text = std::string(bytes, static_cast<std::size_t>(length));
    BIO_free(bio);
    return text;
}

/// HTTP/2 for clients that offer it.
int choose_http2(SSL*, unsigned char const** chosen, unsigned char* length, unsigned char const* offered, unsigned int offered_length, void*)
{
    constexpr auto ours = std::string_view{"\x02h2"};
    unsigned char* choice = nullptr;
    auto const agreed = SSL_select_next_proto(&choice, length, reinterpret_cast<unsigned char const*>(ours.data()),
        static_cast<unsigned>(ours.size()), offered, offered_length);
    *chosen = choice;
    return agreed == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

} // namespace

TlsContext::TlsContext(bool http2) : m_parts(std::make_unique<Parts>())
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    auto* const authority_key = EVP_EC_gen("P-256");
    auto* const authority = new_certificate(authority_key, "replay authority", 1);
    X509_set_issuer_name(authority, X509_get_subject_name(authority));
    add_extension(authority, authority, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(authority, authority_key, EVP_sha256());

    auto* const key = EVP_EC_gen("P-256");
    auto* const certificate = new_certificate(key, "localhost", 2);
    X509_set_issuer_name(certificate, X509_get_subject_name(authority));
    add_extension(certificate, authority, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_sign(certificate, authority_key, EVP_sha256());

    m_parts->authority = as_pem(authority);
    m_parts->context = SSL_CTX_new(TLS_server_method());
    if (SSL_CTX_use_certificate(m_parts->context, certificate) != 1 || SSL_CTX_use_PrivateKey(m_parts->context, key) != 1) {
        throw std::runtime_error{"the replay server cannot make its certificate"};
    }
    if (http2) {
        SSL_CTX_set_alpn_select_cb(m_parts->context, &choose_http2, nullptr);
    }
    X509_free(certificate);
    X509_free(authority);
    EVP_PKEY_free(key);
    EVP_PKEY_free(authority_key);
}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_parts->context);
}

std::string const& TlsContext::authority() const
{
    return m_parts->authority;
}

struct ReplayStream::Tls {
    SSL* ssl = nullptr;
    bool open = false;
};

ReplayStream::ReplayStream(int socket, TlsContext const* tls) : m_socket(socket)
{
    if (tls != nullptr) {
        m_tls = std::make_unique<Tls>();
        m_tls->ssl = SSL_new(tls->parts().context);
        SSL_set_fd(m_tls->ssl, socket);
        m_tls->open = SSL_accept(m_tls->ssl) == 1;
    }
}

ReplayStream::~ReplayStream()
{
    close();
    if (m_tls) {
        SSL_free(m_tls->ssl);
    }
}

bool ReplayStream::is_http2() const
{
    unsigned char const* protocol = nullptr;
    auto length = 0U;
    if (m_tls && m_tls->open) {
        SSL_get0_alpn_selected(m_tls->ssl, &protocol, &length);
    }
    return length == 2 && protocol[0] == 'h' && protocol[1] == '2';
}

bool ReplayStream::read_some(std::string& buffer)
{
    auto bytes = std::array<char, 16384>{};
    auto count = ssize_t{0};
    if (m_tls) {
        count = m_tls->open ? SSL_read(m_tls->ssl, bytes.data(), bytes.size()) : -1;
    } else {
        count = recv(m_socket, bytes.data(), bytes.size(), 0);
    }
    if (count <= 0) {
        return false;
    }
    buffer.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

bool ReplayStream::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const count = m_tls ? (m_tls->open ? SSL_write(m_tls->ssl, bytes.data(), static_cast<int>(bytes.size())) : -1)
                                 : send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void ReplayStream::close()
{
    if (m_socket >= 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

} // namespace knowwho::test
