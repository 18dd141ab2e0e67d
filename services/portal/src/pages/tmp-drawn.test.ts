import { undrawnDuring } from "../../../../packages/ui/src/testing/drawn.ts";
import { Visitor, council, noise, fillUpTo } from "../testing/visitor.ts";
it("x", async () => {
  const v = new Visitor();
  const left = await undrawnDuring(import.meta.dirname, async () => { await v.get(`${council}/`); await fillUpTo(v); await v.get(`${noise}/check-your-answers`)});
  console.log(left.join("\n"));
});
