/**
 * What the exporter writes, as the pages read it. See `kiosk/web/way_file.py` and `look.py`.
 * @typedef {{l?: number, b?: number, g?: number, a?: number, h?: number, t?: string, n?: boolean,
 *   q?: boolean, s?: string, f?: Object<string, string>, w?: string, c?: boolean, p?: string[],
 *   m?: string[][], d?: boolean, e?: boolean, o?: boolean, r?: boolean, x?: string, u?: number,
 *   k?: number, y?: string[],
 *   v?: number}} Look
 * @typedef {number | number[]} Edge
 * @typedef {[string, string, string, number]} Key
 * @typedef {{lines: number[], first: number[], keys: Key[][][], targets: string[],
 *   nodes: any[][], at?: {entry: number, trail: number[]}, grown?: (node: number) => any[]}} WayFile
 * @typedef {{line: number, target: string, icon?: string, right?: boolean, phone?: boolean}} Option
 * @typedef {{label: number, value: string, copied: boolean}} NoteRow
 * @typedef {{kind: string, place: string, options?: Option[], note?: NoteRow[], copied?: string,
 *   arrives?: string[], picture?: string, qr?: string, deed?: boolean, tells?: boolean,
 *   troubles?: string[], asks?: boolean}} Step
 * @typedef {{kind: string, area: string, target?: string, targets?: string[], words?: string[],
 *   [field: string]: any}} PhoneElement
 * @typedef {{make: string, tapsBack: boolean, tapsHome: boolean, ways: Object<string, number[]>, steps: Step[],
 *   screens: Object<string, PhoneElement[]>}} Shape
 * @typedef {{id: string, number: number, icon: string, minutes: number, title: number, goal: number,
 *   remember: number[], closing?: number, facts: any[][], donePicture: string, troubles: Object<string, number[]>,
 *   lines: string[], rings: number[]}} Lesson
 * @typedef {{id: string, number: number, icon: string, minutes: number, title: number,
 *   makes: Object<string, number>, way: string}} LessonEntry
 * @typedef {{code: string, name: string}} Language
 * @typedef {{version: string, centre: string, lines: string[], names: Object<string, number>,
 *   languages: Language[], lessons: LessonEntry[]}} Catalogue
 * @typedef {any[] | null} Spoken
 *
 * What is seen of a step, for what draws it.
 * @typedef {object} Scene
 * @property {Look} look
 * @property {Shape} shape
 * @property {Step | null} step
 * @property {string} way
 * @property {string} glowing  the target that glows
 * @property {string} pointed  the target that the finger points at
 * @property {string} pressed  the target that looks pressed
 * @property {boolean} ticked  whether a green tick says that it was right
 * @property {string} naming  the target whose words are being said
 * @property {Key[][]} keys  the rows of the keyboard
 * @property {Object<string, PhoneElement>} before  the elements of the screen before, by target
 * @property {(line: number) => string} text  the words of one of the lesson's lines
 * @property {(target: string) => void} touch
 */
export {};
