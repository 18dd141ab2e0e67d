import { changedAttributes } from "./check-attributes.ts";
import { AlloyConfig } from "./config.ts";
import { createDesigns } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import { NewItem } from "./item.ts";
import { blankItem } from "./item-shelf.ts";

/** Says which of a tenant's rules a new item breaks; undefined where Alloy would take it. */
export type AlloyJudge = (item: unknown) => string | undefined;

/** Judge new items as a tenant's Alloy does, by its file `simulators/alloy.yaml`, without keeping any. */
export function createAlloyJudge(config: unknown): AlloyJudge {
  const { designs, items } = AlloyConfig.parse(config);
  const known = createDesigns(designs);
  const seeds = new Map(
    items.map(({ itemId, designCode }) => [itemId, blankItem(itemId, designCode, new Date(0))]),
  );
  const around = { designs: known, items: () => [], find: (id: string) => seeds.get(id) };
  return (item) => {
    const parsed = NewItem.safeParse(item);
    if (!parsed.success) return parsed.error.message;
    try {
      const { designCode, attributes } = parsed.data;
      changedAttributes(around, { design: known.get(designCode), changes: attributes });
      return undefined;
    } catch (error) {
      if (error instanceof AlloyError) return error.message;
      throw error;
    }
  };
}
