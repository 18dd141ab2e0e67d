import { KeyScope, scopeWords } from "@guildhall/contract";

// Words that are in the order of the work, not of the contract.
const inOrder = Object.keys(scopeWords);

/** The rights that a page offers; a connection is changed by those who answer for it. */
export const offeredScopes: readonly KeyScope[] = KeyScope.options
  .filter((scope) => !scope.startsWith("connectors:"))
  .toSorted((one, other) => inOrder.indexOf(one) - inOrder.indexOf(other));
