import { fieldsOfDesign } from "./to-fields.ts";

describe("a live design as a target", () => {
  it("says which design it is first, and every type in one word", () => {
    const design = {
      id: "designs_noise",
      title: "Noise",
      fields: [
        {
          target: "attributes/attributes_itemsTitle",
          title: "Title",
          type: "String",
          required: true,
        },
        { target: "attributes/when", title: "When", type: "DateTime", required: false },
        {
          target: "links/kind",
          title: "Kind",
          type: "Link",
          required: false,
          options: [{ code: "Dog", text: "Dog" }],
        },
        { target: "odd", title: "odd", type: "Quantum", required: false },
        { target: "group", title: "Group", type: "object", required: false },
        { target: "group/one", title: "group/one", type: "positiveInteger", required: false },
      ],
    };
    const fields = fieldsOfDesign("alloy", design);
    expect(fields.map(({ target, type, title }) => [target, type, title])).toEqual([
      ["design", "text", "Design"],
      ["attributes/attributes_itemsTitle", "text", "Title"],
      ["attributes/when", "date-time", "When"],
      ["links/kind", "text", "Kind"],
      ["odd", "any", "Odd"],
      ["group", "group", "Group"],
      ["group/one", "integer", "One"],
    ]);
    expect(fields[0]).toMatchObject({
      required: true,
      options: [{ code: "designs_noise", text: "Noise" }],
    });
    expect(fieldsOfDesign("http", design)[0]?.target).toBe("attributes/attributes_itemsTitle");
  });
});
