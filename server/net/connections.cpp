#include "net/connections.hpp"

#include <vector>

namespace dealtafel::net {

core::ConnectionId Connections::add(Connection& connection) {
    open_.emplace(++last_, &connection);
    return last_;
}

void Connections::remove(core::ConnectionId id) {
    open_.erase(id);
}

void Connections::wake(core::ConnectionId id) {
    if (const auto found = open_.find(id); found != open_.end()) found->second->wake();
}

void Connections::close(core::ConnectionId id, std::string_view code) {
    if (const auto found = open_.find(id); found != open_.end()) found->second->close(code);
}

void Connections::close_all(std::string_view code) {
    closed_for_ = code;
    // A connection may leave the table while it closes.
    std::vector<Connection*> all;
    for (const auto& [id, connection] : open_) all.push_back(connection);
    for (Connection* connection : all) connection->close(code);
}

bool Connections::empty() const {
    return open_.empty();
}

}  // namespace dealtafel::net
