import { createFigures } from "./figures.ts";
import { createForwarder } from "./forward.ts";

describe("the figures of all nodes", () => {
  it("are gathered once for all who ask at the same time", async () => {
    const own = vi.fn(async () => "up 1\n");
    const figures = createFigures({
      own,
      forwarder: createForwarder(),
      store: { node: undefined, nodes: { list: async () => [] } } as never,
    });
    expect(await Promise.all([figures(), figures(), figures()])).toEqual(Array(3).fill("up 1\n"));
    expect(own).toHaveBeenCalledTimes(1);
    await figures();
    expect(own).toHaveBeenCalledTimes(2);
  });
});
