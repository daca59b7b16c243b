#include "rules/events.hpp"

template class std::vector<dealtafel::rules::Event>;
