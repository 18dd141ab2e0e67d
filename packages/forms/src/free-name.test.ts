import { freeName, nameFrom } from "./free-name.ts";

describe("a free name", () => {
  it("is the one that is wished for, or the next like it", () => {
    expect(freeName("questions", "email", new Set())).toBe("email");
    expect(freeName("questions", "email", new Set(["email", "email2"]))).toBe("email3");
    expect(freeName("pages", "about-you", new Set(["about-you"]))).toBe("about-you-2");
  });

  it("is none that every form needs for a page itself", () => {
    expect(freeName("pages", "tasks", new Set())).toBe("tasks-2");
    expect(freeName("questions", "tasks", new Set())).toBe("tasks");
  });
});

describe("a name", () => {
  it.each([
    ["What’s your name?", "whatsYourName"],
    ["2 Señor?", "senor"],
    ["???", "question"],
  ])("is made from the words of a question: %s", (label, name) => {
    expect(nameFrom("questions", label)).toBe(name);
  });

  it("is made from the words of any other title", () => {
    expect(nameFrom("pages", "About you!")).toBe("about-you");
    expect(nameFrom("pages", "???")).toBe("new");
  });
});
