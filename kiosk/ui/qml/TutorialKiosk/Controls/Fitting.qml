pragma Singleton

import QtQuick

//! Tries sizes one after the other until one fits; only the last one is painted. Expensive drawing is
//! suspended meanwhile.
QtObject {
    id: root

    property bool tries: false

    function during(attempt: var): void {
        const before = root.tries;
        root.tries = true;
        try {
            attempt();
        } finally {
            root.tries = before;
        }
    }
}
