pragma Singleton

import QtQuick

//! Sizes are tried one after the other until one fits; only the last of them is painted. Meanwhile nothing is drawn
//! that takes long.
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
