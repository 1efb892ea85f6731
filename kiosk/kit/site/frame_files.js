/** The pages of the web edition in the kit: the page around them holds the files of the lesson. */
import { takeFiles } from "./load.js";
import { preferences } from "./preferences.js";

takeFiles(/** @type {any} */ (parent).lessonFiles);
/** Where she stopped, for whoever opens the pages anew. */
/** @type {any} */ (window).stopped = () => preferences.left;
