import { changedAttributes } from "./check-attributes.ts";
import type { Designs } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import { type Item, type ItemEdit, linksOf, type NewItem } from "./item.ts";
import { blankItem, type Editor, type ItemShelf, newId } from "./item-shelf.ts";

/** The items of one tenant, under Alloy's rules. Verbs take who acts, for the item's log. */
export interface Items extends Omit<ItemShelf, "save"> {
  /** @throws AlloyError for the first rule that the item breaks. */
  create(item: NewItem, by: Editor, id?: string): Item;
  /** @throws AlloyError `ItemSignatureMismatch` when the item changed since the caller read it. */
  edit(id: string, edit: ItemEdit, by: Editor): Item;
  delete(id: string, by: Editor): void;
  /** The items that link to this one, by any attribute or by the one named. */
  parentsOf(id: string, attributeCode?: string): readonly Item[];
}

export function createItems(shelf: ItemShelf, designs: Designs, now: () => Date): Items {
  const { all, find, get, logOf } = shelf;
  const around = { designs, items: all, find };

  const edit: Items["edit"] = (id, { attributes, signature, collection }, by) => {
    const before = get(id);
    if (before.signature !== signature) {
      throw new AlloyError("ItemSignatureMismatch", `Item ${id} has changed since it was read`);
    }
    const design = designs.get(before.designCode);
    const after = changedAttributes(around, { design, changes: attributes, before });
    const kept = collection ?? before.collection;
    return shelf.save({ ...before, attributes: after, collection: kept }, "Edit", by);
  };

  return {
    all,
    find,
    get,
    logOf,
    edit,
    create(input, by, id = newId(now())) {
      const design = designs.get(input.designCode);
      const links = parentLinks(input.parents, designs, get);
      const attributes = changedAttributes(around, { design, changes: input.attributes });
      const { collection } = input;
      const blank = blankItem(id, design.code, now());
      const made = shelf.save({ ...blank, attributes, collection }, "Create", by);
      for (const { parent, attributeCode } of links) {
        const { signature, attributes } = get(parent);
        const value = [...linksOf(attributes[attributeCode]), id];
        edit(parent, { attributes: [{ attributeCode, value }], signature }, by);
      }
      return made;
    },
    delete(id, by) {
      shelf.save({ ...get(id), deleted: true }, "Delete", by);
    },
    parentsOf(id, attributeCode) {
      get(id);
      return all().filter((item) => links(item, id, attributeCode));
    },
  };
}

function links({ attributes }: Item, id: string, attributeCode: string | undefined): boolean {
  return Object.entries(attributes).some(
    ([code, value]) => (!attributeCode || code === attributeCode) && linksOf(value).includes(id),
  );
}

/** The items that a new one is to hang on, each by a link attribute that it has. */
function parentLinks(parents: NewItem["parents"], designs: Designs, get: Items["get"]) {
  return Object.entries(parents).flatMap(([attributeCode, ids]) =>
    ids.map((parent) => {
      const { type } = designs.attribute(get(parent).designCode, attributeCode);
      if (type === "Link") return { parent, attributeCode };
      throw new AlloyError("ItemParentsConstraintViolated", `${attributeCode} is no link`);
    }),
  );
}
