// What is wrong with a lesson, by the same schema as the kiosk's: [{line, message}], from the top.
"use strict";

const YAML_ERRORS = [
  [/duplicated mapping key/, "tên trường này viết hai lần"],
  [/unexpected end of the stream within/, "thiếu dấu nháy đóng"],
  [/multiline key|implicit key|can not read/, "thiếu dấu hai chấm sau tên trường, hoặc thiếu dấu gạch đầu dòng"],
  [/tab/, "thụt dòng bằng phím Tab; hãy dùng dấu cách"],
  [/bad indentation/, "thụt dòng chưa đúng, hoặc câu có dấu hai chấm mà chưa đặt trong dấu nháy: 'như thế này'"],
  [/anchor|alias|tag/, "câu bắt đầu bằng dấu lạ; đặt cả câu trong dấu nháy: 'như thế này'"],
];
const LOOKALIKES = [
  [/^\s*```/, "dấu ``` của trang mạng; xóa dòng này"],
  [/^ *\t/, "thụt dòng bằng phím Tab; hãy dùng dấu cách"],
  [/[\u00a0\u2007\u202f]/, "có dấu cách lạ; xóa đi rồi gõ lại dấu cách"],
  [/^\s*[–—•·]\s/, "đầu dòng phải là dấu gạch ngắn -"],
  [/(?:^|[:-]\s+)[“”‘’„]/, "dấu nháy cong; gõ lại dấu nháy thẳng '"],
];

function problemsOf(text, rules) {
  const lines = text.split(/\r\n?|\n/);
  const found = [];
  for (const [at, line] of lines.entries())
    for (const [sign, message] of LOOKALIKES)
      if (sign.test(line) && !line.trimStart().startsWith("#")) found.push({ line: at + 1, message });
  if (found.length > 0) return found;
  let root;
  try {
    root = treeOf(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const known = YAML_ERRORS.find(([sign]) => sign.test(error.reason || ""));
    const line = error.mark ? Math.min(error.mark.line, lines.length - 1) + 1 : 1;
    return [{ line, message: known ? known[1] : "dòng này viết chưa đúng cách" }];
  }
  const tell = (node, message) => found.push({ line: node.line, message });
  checkValue(root, rules.schema, { rules, tell, name: "bài" });
  if (root.sort === "mapping") checkNames(root, rules, tell);
  return found.sort((one, other) => one.line - other.line);
}

// The lesson as a tree: each part has its line, its sort, its value, and what is in it.
function treeOf(text) {
  const open = [{ parts: [] }];
  jsyaml.load(text, {
    schema: jsyaml.JSON_SCHEMA,
    listener(event, state) {
      if (event === "open") {
        open.push({ line: state.line + 1, parts: [] });
        return;
      }
      const node = open.pop();
      node.value = state.result;
      // What might have been a key of a mapping, and was not, is the part itself.
      if (node.parts.length === 1 && typeof node.value === "object" && node.parts[0].value === node.value)
        node.parts = node.parts[0].parts;
      node.sort = Array.isArray(state.result) ? "list" : state.kind === "mapping" ? "mapping" : "plain";
      if (node.sort === "mapping") {
        const last = node.parts.length - (node.parts.length % 2);
        node.fields = new Map();
        for (let at = 0; at < last; at += 2) {
          const [key, part] = [node.parts[at], node.parts[at + 1]];
          node.fields.set(String(key.value), { ...part, line: key.line });
        }
      } else if (node.sort === "list") node.items = node.parts.slice(0, state.result.length);
      open[open.length - 1].parts.push(node);
    },
  });
  const [root] = open[0].parts;
  return root || { line: 1, sort: "plain", value: null, parts: [] };
}

function followed(schema, rules) {
  if (!schema.$ref) return schema;
  return { ...rules.schema.$defs[schema.$ref.split("/").pop()], ...schema, $ref: undefined };
}

// Of several shapes the one that is meant: for steps and elements it is told by the key.
function shapeFor(node, schema, rules) {
  const shapes = schema.anyOf.map(each => followed(each, rules));
  if (node.sort === "mapping") {
    const fitting = shapes.filter(each => each.properties && node.fields.has(each.title));
    const knows = each => [...node.fields.keys()].filter(key => key in each.properties).length;
    if (fitting.length > 0) return fitting.sort((one, other) => knows(other) - knows(one))[0];
    return shapes.find(each => each.properties && !each.title) || shapes.find(each => each.type === "object");
  }
  if (node.sort === "list") return shapes.find(each => each.type === "array");
  return shapes.find(each => each.type !== "array" && each.type !== "object" && !each.properties);
}

function checkValue(node, given, about) {
  const { rules, tell, name } = about;
  let schema = followed(given, rules);
  if (schema.anyOf) {
    const shape = shapeFor(node, schema, rules);
    if (!shape) {
      const kinds = schema.anyOf.map(each => followed(each, rules).title).filter(Boolean);
      tell(node, kinds.length > 3 ? `không rõ là loại nào: cần một trong ${kinds.join(", ")}` : `'${name}' chưa đúng dạng`);
      return;
    }
    schema = shape;
  }
  if (node.value === null || node.value === undefined) return tell(node, `'${name}' còn trống`);
  if (schema.type === "array") return checkList(node, schema, about);
  if (schema.type === "object" || schema.properties) return checkMapping(node, schema, about);
  return checkPlain(node, schema, about);
}

function checkList(node, schema, about) {
  const { tell, name } = about;
  if (node.sort !== "list") return tell(node, `'${name}' phải là một danh sách, mỗi dòng bắt đầu bằng dấu gạch`);
  if (node.items.length < (schema.minItems || 0)) tell(node, `'${name}' cần ít nhất ${schema.minItems} dòng`);
  if (schema.maxItems && node.items.length > schema.maxItems) tell(node, `'${name}' có nhiều nhất ${schema.maxItems} dòng`);
  for (const item of node.items) if (schema.items) checkValue(item, schema.items, about);
}

function checkMapping(node, schema, about) {
  const { rules, tell, name } = about;
  if (node.sort !== "mapping") return tell(node, `'${name}' phải gồm các trường, mỗi trường một dòng`);
  const known = schema.properties || {};
  for (const key of schema.required || [])
    if (!node.fields.has(key)) tell(node, `thiếu trường '${key}'`);
  for (const [key, part] of node.fields) {
    const other = schema.patternProperties && Object.values(schema.patternProperties)[0];
    if (known[key]) checkValue(part, known[key], { ...about, name: key });
    else if (other) checkValue(part, other, { ...about, name: key });
    else if (schema.additionalProperties && typeof schema.additionalProperties === "object")
      checkValue(part, schema.additionalProperties, { ...about, name: key });
    else if (schema.additionalProperties === false) tell(part, unknownField(key, Object.keys(known)));
    if (schema.propertyNames?.pattern && !new RegExp(schema.propertyNames.pattern).test(key))
      tell(part, `tên '${key}' phải là chữ thường không dấu, số và gạch nối`);
  }
}

function unknownField(key, known) {
  const near = known.find(each => each.toLowerCase() === key.toLowerCase() || distance(each, key) <= 2);
  return `không có trường '${key}'${near ? `; có phải '${near}' không?` : ""}`;
}

function distance(one, other) {
  let row = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++)
      next.push(Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length];
}

function checkPlain(node, schema, { tell, name }) {
  if (node.sort !== "plain") return tell(node, `'${name}' phải là một câu chữ; câu có dấu hai chấm thì đặt trong dấu nháy`);
  const types = [schema.type || []].flat();
  const value = node.value;
  const told = String(value);
  if (schema.enum && !schema.enum.map(String).includes(told)) return tell(node, `'${name}' phải là một trong: ${schema.enum.join(", ")}`);
  if (types.length === 1 && types[0] === "boolean" && typeof value !== "boolean" && !/^(yes|no|on|off)$/i.test(told))
    return tell(node, `'${name}' phải là true hoặc false`);
  if (types.length === 1 && ["integer", "number"].includes(types[0])) {
    if (typeof value !== "number") return tell(node, `'${name}' phải là một số`);
    if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
      tell(node, `'${name}' phải từ ${schema.minimum} đến ${schema.maximum}`);
    return;
  }
  if (schema.maxLength && told.length > schema.maxLength) tell(node, `'${name}' dài quá ${schema.maxLength} chữ cái`);
  if (schema.pattern && types.includes("string") && !new RegExp(schema.pattern, "u").test(told))
    tell(node, schema.pattern === "\\S" ? `'${name}' còn trống` : `'${name}' phải là chữ thường không dấu, số và gạch nối: '${told}'`);
}

// Names that lead elsewhere: screens, steps, places to touch, drawings; and the lesson's number.
function checkNames(root, rules, tell) {
  const screens = root.fields.get("screens")?.fields || new Map();
  const steps = root.fields.get("steps")?.items || [];
  const troubles = root.fields.get("troubles")?.fields || new Map();
  const named = new Set(steps.map(each => each.fields?.get("name")?.value).filter(Boolean).map(String));
  const there = {
    icon: new Set(rules.icons),
    screen: new Set(screens.keys()),
    step: named,
    trouble: new Set(troubles.keys()),
  };
  const words = { icon: "hình", picture: "ảnh", screen: "màn hình", step: "bước", target: "chỗ chạm", trouble: "điều trục trặc" };
  const check = (node, part, touchable) => {
    const kinds = part === "steps" ? rules.schema.properties.steps : rules.schema.properties.screens.additionalProperties;
    const kind = node.fields ? shapeFor(node, kinds.items, rules)?.title : "";
    for (const [trail, sort] of rules.references[part][kind] || [])
      for (const leaf of at(node, trail)) {
        const name = String(leaf.value);
        const known = sort === "target" ? touchable : there[sort];
        const isFile = sort === "picture" && name.includes(".");
        const fits = sort === "picture" ? isFile || rules.pictures.includes(name) : !known || known.has(name);
        if (leaf.sort === "plain" && leaf.value !== null && !fits) tell(leaf, `không có ${words[sort] || "tên"} '${name}'`);
      }
  };
  for (const screen of screens.values()) for (const element of screen.items || []) check(element, "screens", null);
  for (const step of steps) {
    const screen = screens.get(String(step.fields?.get("screen")?.value));
    check(step, "steps", screen ? new Set([...namesIn(screen), ...rules.always]) : null);
  }
  const icon = root.fields.get("icon");
  if (icon?.value && !there.icon.has(String(icon.value))) tell(icon, `không có hình '${icon.value}'`);
  const number = root.fields.get("number");
  const owner = number && rules.numbers[number.value];
  if (owner && owner !== root.fields.get("title")?.value) tell(number, `số ${number.value} đã là của bài '${owner}'`);
}

function at(node, trail) {
  const [first, ...rest] = trail;
  if (first === undefined) return [node];
  if (first === "*" || typeof first === "number") return (node.items || []).flatMap(each => at(each, rest));
  return node.fields?.has(first) ? at(node.fields.get(first), rest) : [];
}

function namesIn(node) {
  if (node.sort === "list") return node.items.flatMap(namesIn);
  if (node.sort === "mapping") return [...node.fields.values()].flatMap(namesIn);
  return node.value === null ? [] : [String(node.value)];
}
