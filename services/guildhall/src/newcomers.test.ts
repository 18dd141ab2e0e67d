import { createNewcomers } from "./newcomers.ts";

describe("newcomers", () => {
  it("are begun with once each, and never those that were there at the start", () => {
    const begun: string[] = [];
    const newcomers = createNewcomers();
    newcomers.meet("met-too-soon");
    newcomers.start(["before-the-start", "another"], (tenant) => begun.push(tenant));
    for (const tenant of ["another", "new", "before-the-start", "new", "met-too-soon"])
      newcomers.meet(tenant);
    expect(begun).toEqual(["new", "met-too-soon"]);
  });
});
