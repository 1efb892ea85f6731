import QtQuick
import TutorialKiosk.Theme

//! Items in a column, as many per page as fit; the parent turns the pages.
Item {
    id: root

    default property alias content: inner.data
    //! Which page is shown, counted from 0.
    property int page: 0
    property int pages: 1
    property real spacing: Theme.smallGap

    function arrange(): void {
        let page = 0;
        let below = 0;
        for (const each of inner.children) {
            if (each.height === 0) {
                each.visible = false;
                continue;
            }
            if (below > 0 && below + each.height > root.height) {
                page += 1;
                below = 0;
            }
            each.y = below;
            each.visible = page === root.page;
            below += each.height + root.spacing;
        }
        root.pages = page + 1;
        if (root.page > page)
            root.page = 0;
    }
    function arrangeSoon(): void {
        Qt.callLater(root.arrange);
    }

    //! Requests a layout after children are added, removed or resized; done once for all changes.
    function follow(): void {
        for (const each of inner.children) {
            each.heightChanged.disconnect(root.arrangeSoon);
            each.heightChanged.connect(root.arrangeSoon);
        }
        root.arrangeSoon();
    }

    onHeightChanged: arrangeSoon()
    onPageChanged: arrange()
    onWidthChanged: arrangeSoon()

    Item {
        id: inner

        anchors.fill: parent

        onChildrenChanged: root.follow()
    }
}
