import { checkValue } from "./check-value.ts";
import type { Attribute, Design } from "./design-config.ts";
import { core, type Designs } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import { checkGeometry, requireGeometry } from "./geometry.ts";
import { type Attributes, type Item, linksOf, type NewItem } from "./item.ts";

interface Surroundings {
  readonly designs: Designs;
  /** Every item that is not deleted. */
  readonly items: () => readonly Item[];
  readonly find: (id: string) => Item | undefined;
}

interface Change {
  readonly design: Design;
  readonly changes: NewItem["attributes"];
  /** The item as it was; none when it is being made. */
  readonly before?: Item;
}

/**
 * Give an item's attributes after a change, or say which rule the change breaks.
 *
 * What is not named stays as it was; a list that is named is replaced whole; null clears.
 *
 * @throws AlloyError
 */
export function changedAttributes(around: Surroundings, change: Change): Attributes {
  const { design, changes, before } = change;
  const after: Attributes = { ...(before ? before.attributes : defaultsOf(design)) };
  refuseRepeats(changes);
  for (const { attributeCode, value } of changes) {
    const attribute = around.designs.attribute(design.code, attributeCode);
    checkWritable(attribute, value, before);
    if (value === null) delete after[attributeCode];
    else {
      checkOne(around, change, attribute, value);
      after[attributeCode] = value;
    }
  }
  requireAll(design, after);
  return after;
}

function defaultsOf(design: Design): Attributes {
  const given = design.attributes.filter(({ options }) => options.defaultValue !== undefined);
  return Object.fromEntries(given.map(({ code, options }) => [code, options.defaultValue ?? null]));
}

function refuseRepeats(changes: NewItem["attributes"]): void {
  if (new Set(changes.map(({ attributeCode }) => attributeCode)).size === changes.length) return;
  throw new AlloyError("ModelValidationFailed", "an attribute is given more than once");
}

function checkWritable(attribute: Attribute, value: unknown, before: Item | undefined): void {
  if (attribute.readonly) {
    throw new AlloyError("DodiAttributeReadonlyViolated", `${attribute.code} is read only`);
  }
  if (value === null && !before) {
    throw new AlloyError("DodiAttributeTypeViolated", `${attribute.code} must not be null`);
  }
}

function checkOne(around: Surroundings, change: Change, attribute: Attribute, value: unknown) {
  if (attribute.code === core.geometry) checkGeometry(change.design, value);
  checkValue(attribute, value);
  if (attribute.type === "Link") checkLinks(around, attribute, linksOf(value));
  if (attribute.unique) checkUnique(around, change, attribute, value);
}

function checkLinks({ find }: Surroundings, attribute: Attribute, ids: readonly string[]): void {
  const design = attribute.options.code;
  for (const id of ids) {
    const target = find(id);
    if (target && (!design || target.designCode === design)) continue;
    const message = `${attribute.code}: there is no item ${id}${design ? ` of ${design}` : ""}`;
    throw new AlloyError("DodiAttributeLinkItemNotFound", message);
  }
}

function checkUnique(around: Surroundings, change: Change, { code }: Attribute, value: unknown) {
  const held = around
    .items()
    .some(
      (item) =>
        item.designCode === change.design.code &&
        item.itemId !== change.before?.itemId &&
        item.attributes[code] === value,
    );
  if (held) throw new AlloyError("DodiAttributeUniqueViolated", `${code} is held by another item`);
}

function requireAll(design: Design, attributes: Attributes): void {
  requireGeometry(design, attributes[core.geometry]);
  const missing = design.attributes.find(({ code, required }) => {
    const value = attributes[code];
    return required && (value === undefined || String(value) === "");
  });
  if (missing) throw new AlloyError("DodiAttributeRequiredViolated", `${missing.code} is required`);
}
