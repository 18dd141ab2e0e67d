import { Problem, type Recipe, type RecipeFile } from "@guildhall/contract";
import {
  type Db,
  type DeadlineRow,
  findRecipeFile,
  insertRecipe,
  listDeadlines,
  listPublishers,
  listRecipes,
  listRecipeVersions,
  listTaken,
  listTakers,
  listTenantNames,
  type PublisherRow,
  putDeadline,
  putPublisher,
  putTaken,
  type RecipeLine,
  removeDeadline,
  removePublisher,
  type TakerRow,
  transact,
} from "@guildhall/store";
import { readRecipeFile, recipeIn, refused, type TrustedKey } from "./file.ts";
import { InstallationKey } from "./installation-key.ts";

/** A version of a recipe that can be adopted: what is listed of it, and what it says. */
export interface KnownRecipe {
  readonly line: RecipeLine;
  readonly recipe: Recipe;
}

/** A recipe to be signed here, and which tenant shares it; nobody where it comes with the platform. */
export interface Sharing {
  readonly tenant: string | null;
  readonly recipe: Omit<Recipe, "format" | "version">;
}

/** A file to be kept, and the version that was the last one when it was looked at. */
interface After {
  readonly file: RecipeFile;
  readonly last: RecipeLine | undefined;
}

/** Recipes that were signed here. */
const own = "own";

/**
 * The recipes of an installation: what its tenants share, and what came by files that a trusted key has signed.
 *
 * It holds nothing of a tenant but the name of whoever shares, and who has taken which version.
 */
export class Cookbook {
  readonly #directory: Db;
  readonly #now: () => number;
  readonly #key: InstallationKey;

  constructor(directory: Db, now: () => number) {
    this.#directory = directory;
    this.#now = now;
    this.#key = new InstallationKey(directory, now);
  }

  /** The latest version of each recipe, by id. */
  list(): Promise<RecipeLine[]> {
    return listRecipes(this.#directory);
  }

  /** The versions of a recipe, the latest first; none where there is no such recipe. */
  versions(id: string): Promise<RecipeLine[]> {
    return listRecipeVersions(this.#directory, id);
  }

  /** @throws Problem `not-found` */
  async latest(id: string): Promise<KnownRecipe> {
    const [line] = await this.versions(id);
    if (!line) throw new Problem("not-found");
    return { line, recipe: recipeIn(await this.file(id, line.version)) };
  }

  /** The signed file of a version. @throws Problem `not-found` */
  async file(id: string, version: number): Promise<RecipeFile> {
    const file = await findRecipeFile(this.#directory, id, version);
    if (!file) throw new Problem("not-found");
    return file;
  }

  /**
   * Sign a recipe as the next version of its name. One that says the same as its latest version is that version.
   *
   * @throws Problem `recipe-refused` where the name is somebody else's
   */
  async share(sharing: Sharing): Promise<RecipeLine> {
    const { tenant, recipe } = sharing;
    const [last] = await this.versions(recipe.id);
    if (last && (last.origin !== own || last.tenant !== tenant)) throw taken(last);
    if (last && isAsBefore(recipeIn(await this.file(last.id, last.version)), recipe)) return last;
    const signed: Recipe = { format: 1, ...recipe, version: (last?.version ?? 0) + 1 };
    const file = await this.#key.sign(signed);
    const from = { file, origin: own, tenant, last };
    return (await this.#insert(signed, from)) ?? this.share(sharing);
  }

  /**
   * Take in a recipe from a file: whole, or not at all.
   *
   * @throws Problem `recipe-refused` with the reason in a sentence
   */
  async takeIn(file: RecipeFile): Promise<RecipeLine> {
    const { recipe, origin } = await readRecipeFile(file, await this.#trusted());
    const versions = await this.versions(recipe.id);
    const [last] = versions;
    if (last && last.origin !== origin) throw taken(last);
    const same = versions.find(({ version }) => version === recipe.version);
    if (same && isAsBefore(recipeIn(await this.file(same.id, same.version)), recipe)) return same;
    if (same)
      throw refused(
        "version-taken",
        `Version ${same.version} of the recipe “${same.title}” is here already, and says something else.`,
      );
    if (last && last.version > recipe.version)
      throw refused(
        "older-version",
        `A later version of the recipe “${last.title}” is here already: version ${last.version}.`,
      );
    const from = { file, origin, tenant: last?.tenant ?? null, last };
    return (await this.#insert(recipe, from)) ?? this.takeIn(file);
  }

  /** Whose recipes are read here besides those of this installation. */
  publishers(): Promise<PublisherRow[]> {
    return listPublishers(this.#directory);
  }

  /** The public key that others trust to read recipes from here. */
  async ownKey(): Promise<string> {
    return (await this.#key.publicJwk()).x;
  }

  /**
   * Read recipes that a key has signed, from now on. A key that is trusted already is called by this name; a further
   * one of that name is its publisher's too.
   *
   * @throws Error of one sentence, where it is no public key, or the name is another publisher's
   */
  async trust(name: string, key: string): Promise<PublisherRow> {
    const { kid } = this.#key.jwkOf(key);
    if (name.trim() === "") throw new Error("Say who the publisher is.");
    const publishers = await this.publishers();
    const known = publishers.find((one) => one.kid === kid)?.publisher;
    const named = publishers.find((one) => one.name === name)?.publisher;
    if (known !== undefined && named !== undefined && named !== known)
      throw new Error("There is another publisher of this name.");
    const publisher = known ?? named ?? kid;
    const row = { kid, publisher, name, key, trustedAt: this.#now() };
    await transact(this.#directory, (tx) => putPublisher(tx, row));
    return row;
  }

  /** Read no more recipes that a key has signed; those that are here stay. False where it was not trusted. */
  forget(kid: string): Promise<boolean> {
    return transact(this.#directory, (tx) => removePublisher(tx, kid));
  }

  /** Note which versions a tenant has, where that is otherwise than it was noted last. */
  async note(tenant: string, rows: readonly TakerRow[]): Promise<void> {
    const known = await listTaken(this.#directory, tenant);
    if (JSON.stringify(known) === JSON.stringify(rows)) return;
    await transact(this.#directory, (tx) => putTaken(tx, tenant, rows));
  }

  /** Who has taken a recipe. */
  takers(id: string): Promise<TakerRow[]> {
    return listTakers(this.#directory, id);
  }

  /** What tenants are called. */
  names(): Promise<ReadonlyMap<string, string>> {
    return listTenantNames(this.#directory);
  }

  /** What has to be live by a day, the nearest first. */
  deadlines(): Promise<DeadlineRow[]> {
    return listDeadlines(this.#directory);
  }

  async require(deadline: DeadlineRow): Promise<void> {
    await transact(this.#directory, (tx) => putDeadline(tx, deadline));
  }

  /** False where nothing was required. */
  requireNoMore(recipe: string): Promise<boolean> {
    return transact(this.#directory, (tx) => removeDeadline(tx, recipe));
  }

  async #trusted(): Promise<TrustedKey[]> {
    const others = (await this.publishers()).map(({ key, publisher }) => ({
      jwk: this.#key.jwkOf(key),
      origin: publisher,
    }));
    return [{ jwk: await this.#key.publicJwk(), origin: own }, ...others];
  }

  /** Put a version after the last one that was looked at; undefined where another came between. */
  async #insert(
    { id, version, title, summary, publisher, news, definition }: Recipe,
    { file, last, ...whose }: Pick<RecipeLine, "origin" | "tenant"> & After,
  ): Promise<RecipeLine | undefined> {
    const said = { id, version, title, summary, publisher, news };
    const category = definition.category ?? null;
    const line = { ...said, ...whose, category, sharedAt: this.#now() };
    return transact(this.#directory, async (tx) => {
      const [newest] = await listRecipeVersions(tx, id);
      if (newest?.version !== last?.version) return undefined;
      await insertRecipe(tx, { ...line, file });
      return line;
    });
  }
}

function taken({ id, publisher }: RecipeLine): Problem {
  return refused(
    "name-taken",
    `There is a recipe “${id}” here already, which ${publisher} publishes.`,
  );
}

/** Whether two say the same of their service, whatever is said to be new. */
function isAsBefore(before: Recipe, now: Omit<Recipe, "format" | "version">): boolean {
  const said = ({ definition, parts, title, summary }: Omit<Recipe, "format" | "version">) =>
    JSON.stringify([definition, parts, title, summary]);
  return said(before) === said(now);
}
