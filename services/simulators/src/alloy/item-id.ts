import { z } from "zod";

/** An item's id: 24 hexadecimal digits. */
export const ItemId = z.string().regex(/^[0-9a-f]{24}$/);
