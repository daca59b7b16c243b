// In a unit of its own: a compiler that saw through one of the two operators only would take a
// free of what `new` gave for a mistake.
#include "counted_memory.hpp"

#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::size_t allocated = 0;

}  // namespace

void* operator new(std::size_t size) {
    void* const place = std::malloc(size);
    if (place == nullptr) throw std::bad_alloc();
    allocated += malloc_usable_size(place);
    return place;
}
void operator delete(void* place) noexcept {
    if (place != nullptr) allocated -= malloc_usable_size(place);
    std::free(place);
}
void operator delete(void* place, std::size_t) noexcept { operator delete(place); }

std::size_t dealtafel::bench::allocated_bytes() { return allocated; }
