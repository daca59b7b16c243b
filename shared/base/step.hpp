// The steps of the way of a command through the server, told as they are passed. In the program
// nobody listens; a test links a listener of its own in its place, which ends the server there.
#pragma once

namespace dealtafel {

enum class Step {
    received,   // a message came in
    decided,    // its lines are made
    handed,     // the store's thread has them
    back,       // their result is back
    published,  // answers and frames wait in the outboxes
    sent        // they are with the system
};

void passed(Step step);

}  // namespace dealtafel
