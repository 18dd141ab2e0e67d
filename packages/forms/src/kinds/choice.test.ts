import { accepted, checkOne, refused } from "../noise-form.fixture.ts";

const options = [
  { value: "music", label: "Music" },
  { value: "dog", label: "A dog" },
];

describe("choices", () => {
  it("takes yes and no as booleans only", () => {
    accepted({ type: "yes-no" }, true);
    accepted({ type: "yes-no" }, false);
    refused({ type: "yes-no" }, "yes", "invalid");
  });

  it.each(["radios", "select"])("takes one of the options of %s", (type) => {
    accepted({ type, options }, "dog");
    refused({ type, options }, "cat", "not-an-option");
    refused({ type, options }, ["dog"], "not-an-option");
  });

  it("takes several checkboxes, each once", () => {
    accepted({ type: "checkboxes", options }, ["dog", "music"]);
    refused({ type: "checkboxes", options }, [], "required");
    refused({ type: "checkboxes", options }, ["dog", "cat"], "not-an-option");
    refused({ type: "checkboxes", options }, ["dog", "dog"], "invalid");
    refused({ type: "checkboxes", options }, "dog", "invalid");
    refused({ type: "checkboxes", options }, ["dog", 1], "invalid");
  });

  it("takes document ids, as many as the question allows", () => {
    const files = { type: "files", maxFiles: 2 };
    accepted(files, ["doc_01kb3zq8w5v0t6m2h9r4c7d1xe"]);
    refused(files, ["doc_1", "doc_2", "doc_3"], "too-many");
    refused(files, ["doc_1", "doc_1"], "invalid");
    refused(files, ["../doc_1"], "invalid");
    refused(files, "doc_1", "invalid");
  });
});

describe("declaration", () => {
  const type = { type: "declaration", statement: "It is true." };

  it("must be ticked where it is required, and is else no answer", () => {
    accepted(type, true);
    refused(type, false, "required");
    refused(type, undefined, "required");
    refused(type, "yes", "invalid");
    expect(checkOne({ ...type, required: false }, false)).toEqual({ answers: {} });
  });
});
