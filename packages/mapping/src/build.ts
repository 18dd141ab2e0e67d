import type { Row } from "@guildhall/contract";
import { collect, MappingFault, type Place, placeOf } from "./fault.ts";
import { type CodeLists, compileField } from "./field.ts";
import type { Grammar } from "./grammar.ts";
import { isConstantRow } from "./rows.ts";
import { answerPath } from "./source.ts";
import { type Block, createNode, type Field, type Node } from "./tree.ts";

/** Where rows are put, and what is known of those that stand there already. */
interface Level {
  readonly parent: Node;
  readonly place: Place;
  readonly grammar: Grammar;
  readonly faults: MappingFault[];
  readonly codes: CodeLists | undefined;
  /** The alternatives at each target so far. */
  readonly written: Map<string, Field[]>;
}

/** Put rows into the tree below a node, and collect the faults of those that cannot be put there. */
export function addRows(rows: readonly Row[], around: Omit<Level, "written">): void {
  const level: Level = { ...around, written: new Map() };
  rows.forEach((row, index) => {
    addRow(level, row, placeOf(level.place, index, row.target));
  });
}

function addRow(level: Level, row: Row, place: Place): void {
  collect(level.faults, () => checkShape(row, place));
  collect(level.faults, () => {
    if (row.rows ?? row.each) addBlock(level, row, place);
    else addField(level, row, place);
  });
}

/**
 * Put the rows of a choice side by side, each for itself: what would share an element elsewhere is
 * two alternatives here. An attribute is the element's own, whichever of them is written.
 */
function addAlternatives(rows: readonly Row[], around: Omit<Level, "written">): void {
  const level: Level = { ...around, written: new Map() };
  const isAttribute = ({ target }: Row) => level.grammar.attributes && target.startsWith("@");
  const last = rows.findLastIndex((row) => !isAttribute(row));
  rows.forEach((row, index) => {
    const place = placeOf(level.place, index, row.target);
    if (isAttribute(row)) addRow(level, row, place);
    else addAlternative(level, row, { place, isLast: index === last });
  });
}

function addAlternative(
  level: Level,
  row: Row,
  { place, isLast }: { place: Place; isLast: boolean },
): void {
  const reason = alternativeFault(row, isLast);
  if (reason !== undefined) level.faults.push(new MappingFault(place, reason));
  const alone = createNode("", place);
  addRow({ ...level, parent: alone, written: new Map() }, row, place);
  level.parent.children.push(...alone.children);
}

function alternativeFault(row: Row, isLast: boolean): string | undefined {
  if (row.required) return "required belongs to the choice, not to one of its rows";
  const isAlways = row.when === undefined && (isConstantRow(row) || row.keepEmpty === true);
  return isAlways && !isLast
    ? "this is always written, so no row after it can be chosen"
    : undefined;
}

function checkShape(row: Row, place: Place): void {
  const isHollow = row.rows === undefined || row.rows.length === 0;
  if (row.each !== undefined && isHollow) throw new MappingFault(place, "each needs rows");
  if (row.choice && isHollow) throw new MappingFault(place, "choice needs rows");
  if (row.rows && isHollow) throw new MappingFault(place, "rows needs at least one row");
  if (row.rows && (row.from ?? row.change)) {
    throw new MappingFault(place, "a target with rows has no value of its own");
  }
}

function addField(level: Level, row: Row, place: Place): void {
  const { grammar, faults, codes } = level;
  const { steps, attribute } = readTarget(row.target, grammar);
  const check = attribute === undefined ? grammar.checkValue : grammar.checkAttribute;
  const field = compileField(row, place, { faults, codes, check: (value) => check(value, place) });
  const node = steps.reduce((parent, name) => stepInto(level, parent, name, place), level.parent);
  const fields =
    attribute === undefined
      ? valueFields(node, place)
      : attributeFields(node, attribute, { grammar, place });
  const earlier = level.written.get(row.target);
  if (earlier && (earlier !== fields || earlier.at(-1)?.when === undefined)) {
    throw new MappingFault(place, "the target is written already, by an earlier row");
  }
  level.written.set(row.target, fields);
  fields.push(field);
}

function addBlock(level: Level, row: Row, place: Place): void {
  const { steps, attribute } = readTarget(row.target, level.grammar);
  const name = steps.pop();
  if (attribute !== undefined || name === undefined) {
    throw new MappingFault(place, "an attribute cannot hold rows");
  }
  const parent = steps.reduce((outer, step) => stepInto(level, outer, step, place), level.parent);
  level.grammar.checkName(name, place);
  refuseValue(parent, place);
  if (!level.grammar.repeats && parent.children.some((child) => child.name === name)) {
    throw new MappingFault(place, "the target is written already");
  }
  const block = compileBlock(row, place);
  const node = createNode(name, place, block);
  parent.children.push(node);
  const add = block.choice ? addAlternatives : addRows;
  add(row.rows ?? [], { ...level, parent: node, place });
}

function compileBlock(row: Row, place: Place): Block {
  return {
    place,
    each: row.each === undefined ? undefined : answerPath(row.each, place),
    when: row.when,
    required: row.required ?? false,
    keepEmpty: row.keepEmpty ?? false,
    choice: row.choice ?? false,
  };
}

function readTarget(
  target: string,
  { attributes }: Grammar,
): { steps: string[]; attribute: string | undefined } {
  const steps = target.split("/");
  const last = steps.at(-1) ?? "";
  if (!attributes || !last.startsWith("@")) return { steps, attribute: undefined };
  return { steps: steps.slice(0, -1), attribute: last.slice(1) };
}

/** The element of that name that rows before have left open, or a new one. */
function stepInto({ grammar }: Level, parent: Node, name: string, place: Place): Node {
  grammar.checkName(name, place);
  refuseValue(parent, place);
  const beside = grammar.repeats ? parent.children.slice(-1) : parent.children;
  const found = beside.find((child) => child.name === name);
  if (found && !found.block) return found;
  if (found && !grammar.repeats) {
    throw new MappingFault(place, `“${name}” is written already, with rows of its own`);
  }
  const node = createNode(name, place);
  parent.children.push(node);
  return node;
}

function refuseValue(parent: Node, place: Place): void {
  if (parent.fields.length > 0) {
    throw new MappingFault(place, `the target goes through “${parent.name}”, which holds a value`);
  }
}

function valueFields(node: Node, place: Place): Field[] {
  if (node.children.length > 0) {
    throw new MappingFault(place, `“${node.name}” holds other targets, so it cannot hold a value`);
  }
  return node.fields;
}

function attributeFields(
  node: Node,
  name: string,
  { grammar, place }: { grammar: Grammar; place: Place },
): Field[] {
  const identity = grammar.attributeIdentity(name, place);
  const found = node.attributes.find((attribute) => attribute.identity === identity);
  if (found && found.name !== name) {
    throw new MappingFault(place, "the target is written already, under another prefix");
  }
  if (found) return found.fields;
  const added = { name, identity, fields: [] };
  node.attributes.push(added);
  return added.fields;
}
