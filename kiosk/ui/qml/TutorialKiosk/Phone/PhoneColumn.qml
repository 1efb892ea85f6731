import QtQuick

//! A column whose height is known at once, while `Column` computes it only before painting.
Column {
    id: root

    readonly property real tall: {
        let sum = 0;
        for (let at = 0; at < children.length; at++) {
            const height = children[at].height;
            if (height > 0)
                sum += height + (sum > 0 ? spacing : 0);
        }
        return sum;
    }
}
