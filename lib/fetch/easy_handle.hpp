// SPDX-License-Identifier: MIT
// One transfer of libcurl: its handle, what goes out and what has come in.
#pragma once

#include "fetch/address_guard.hpp"
#include "fetch/request.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <curl/curl.h>

namespace knowwho {

/// How every connection is made.
struct ConnectionOptions {
    std::string user_agent;
    std::string proxy;      ///< "http://proxy.example:3128", or empty for none; the environment is not read here
    std::string http_proxy; ///< for http addresses, or empty for none
    std::string no_proxy;   ///< names that are asked without it, with what is below them: "firma.example,.local"; "*": all
    std::string ca_file;    ///< further authority in PEM, or empty for the system's
    /// For tests: the address that a name means now, in place of the system's resolver. Asked for every request.
    std::function<std::string(std::string const& host)> resolver;
    /// For tests: a port on loopback to which all connections are led that the guard lets pass; 0: none.
    std::uint16_t detour = 0;
    /// "http://127.0.0.1:4711": asked instead of every host, with the host as first step of the path;
    /// for recorded answers without the internet. Empty: the hosts themselves.
    std::string stand_in;
    GuardPermissions permissions;
    std::chrono::milliseconds connect_timeout{5000};
    std::chrono::milliseconds total_timeout{20'000};
    std::chrono::seconds stall_timeout{10}; ///< without a single byte
};

/// What may be connected to for a request.
GuardPermissions permissions_for(Request const& request, ConnectionOptions const& options);

/// A handle that serves one request after the other. Stays where it is: curl keeps its address.
class EasyHandle {
public:
    explicit EasyHandle(ConnectionOptions const& options);
    EasyHandle(EasyHandle const&) = delete;
    EasyHandle& operator=(EasyHandle const&) = delete;

    CURL* get() const noexcept { return m_handle.get(); }
    static EasyHandle& of(CURL* handle);

    /// Prepares the next transfer; nothing is sent yet. `address` has passed the guard.
    void prepare(Request const& request, WebAddress const& address);

    /// What came of it, once curl is done. Leaves out retries and waits: they are the caller's.
    Response take_response(CURLcode result);

    /// Whether it makes sense to try again after this result.
    static bool is_transient(CURLcode result);

private:
    static std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* self);
    static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

    void set_constant_options();
    void set_method(Request const& request);
    void set_proxy(WebAddress const& address);
    void resolve_by_hand(WebAddress const& address);
    void reserve_body();
    void keep_header(std::string_view line);
    std::string sentence(CURLcode result) const;

    struct FreeHandle {
        void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    };
    struct FreeList {
        void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
    };

    ConnectionOptions const& m_options;
    std::unique_ptr<CURL, FreeHandle> m_handle;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    std::unique_ptr<curl_slist, FreeList> m_resolve;
    GuardPermissions m_permissions;
    std::size_t m_size_limit = 0;
    std::size_t m_header_bytes = 0;
    std::string m_excess; ///< what came too much of: "64 KiB", "256 KiB of headers"; empty: nothing
    bool m_proxied = false;
    std::string m_refusal; ///< of the last socket that the guard kept closed
    std::string m_host; ///< that is asked, for messages
    Response m_response;
};

} // namespace knowwho
