// Writes the style sheets of the site: letters, then Tabler cut down to what the pages use, then our own sheet.
// node trim.mjs JOB: the job is a JSON text {out, own, faces, sheets: {name: [files that hold class names]}}.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";

const job = JSON.parse(process.argv[2]);
const require = createRequire(import.meta.url);
const tabler = readFileSync(require.resolve("@tabler/core/dist/css/tabler.css"), "utf8");
const own = readFileSync(job.own, "utf8");

// What of Tabler fails our contrast, or has no place here: it never reaches a page, so a use of it is seen at once.
const OUT = [/^badge/, /^alert/, /^status/, /^toast/, /^tooltip/, /^modal/, /^popover/, /^steps/, /^ribbon/, /^placeholder/, /-lt$/, /^dropdown/, /^offcanvas/, /^spinner/, /^carousel/, /^avatar/, /^accordion/];
const named = (css) => new Set(css.match(/\.[a-zA-Z_][\w-]*/g)?.map((name) => name.slice(1)) ?? []);
const OURS = named(own);

function squeeze(css) {
  const root = postcss.parse(css);
  root.walkComments((comment) => comment.remove());
  root.walkAtRules("charset", (rule) => rule.remove());
  root.walk((node) => {
    node.raws.before = "";
    node.raws.after = "";
    node.raws.semicolon = false;
    if (node.type === "decl") {
      // a custom property keeps its value as it is: there a space may be the whole value
      if (!node.prop.startsWith("--")) node.value = node.value.replace(/\s+/g, " ");
      node.raws.between = ":";
    } else {
      node.raws.between = "";
      if (node.selector) node.selector = node.selector.replace(/\s+/g, " ").replace(/ ?([>+~,]) ?/g, "$1");
    }
  });
  return root.toString().trim();
}

for (const [name, content] of Object.entries(job.sheets)) {
  const [cut] = await new PurgeCSS().purge({
    content,
    css: [{ raw: `${tabler}\n${own}` }],
    variables: true,
    keyframes: true,
    // the names of our own sheet stay where a page of this sheet says them, which the words of its files decide
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: [/^n-tone-/, /^n-term-/] },
    dynamicAttributes: ["open", "aria-current", "aria-busy", "aria-sort", "aria-invalid", "hidden"],
    blocklist: OUT.map((pattern) => new RegExp(pattern)).concat([/^navbar/]).filter((p) => ![...OURS].some((c) => p.test(c))),
  });
  writeFileSync(join(job.out, `${name}.css`), `${job.faces}${squeeze(cut.css)}\n`);
}
