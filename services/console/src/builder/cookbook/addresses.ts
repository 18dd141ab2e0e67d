import type { Addresses } from "../../addresses.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";

/** Where the pages of the cookbook are. */
export function cookbookAddresses({ cookbook }: Pick<Addresses, "cookbook">) {
  const of = (recipe: string) => `${cookbook}/recipes/${encodeURIComponent(recipe)}`;
  return {
    list: cookbook,
    bringIn: `${cookbook}/bring-in`,
    required: `${cookbook}/required`,
    recipe: of,
    adopt: (recipe: string) => `${of(recipe)}/adopt`,
    file: (recipe: string) => `${of(recipe)}/file`,
    require: (recipe: string) => `${of(recipe)}/require`,
    requireNoMore: (recipe: string) => `${of(recipe)}/require-no-more`,
  };
}

/** Where the pages of a service are that was adopted, or is shared. */
export function recipeAddresses(root: string, service: string) {
  const { home } = serviceAddresses(root, service);
  return {
    home,
    recipe: `${home}/recipe`,
    confirm: `${home}/recipe/confirm`,
    upgrade: `${home}/recipe/upgrade`,
    share: `${home}/share`,
  };
}
