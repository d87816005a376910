import { blockComment, firstOnLine, lineComment } from "../comments/commentRules.ts";
import { CSS, SCSS } from "../comments/css.ts";
import { CURLY } from "../comments/curly.ts";
import { GRAPHQL, WAT } from "../comments/description.ts";
import { HTML, template } from "../comments/html.ts";
import { JSONC, JSX, TYPESCRIPT } from "../comments/javascript.ts";
import { MARKDOWN, MDX } from "../comments/markdown.ts";
import { PHP } from "../comments/php.ts";
import { XML } from "../comments/plantXml.ts";
import { Tokens } from "../comments/tokens.ts";
import { type Language, language } from "./language.ts";

const braces = blockComment("{#", "#}");
const percents = blockComment("<%#", "%>");

/** Languages of pages, and what they exchange. */
export const WEB: readonly Language[] = [
  language({
    id: "javascript",
    name: "JavaScript",
    aliases: "js",
    extensions: ".js .mjs .cjs .es6 .jsm .pac",
    shebangs: "node bun deno nodejs",
    lineComment: "//",
    syntax: JSX,
  }),
  language({
    id: "javascriptreact",
    name: "JavaScript JSX",
    aliases: "jsx",
    extensions: ".jsx",
    lineComment: "//",
    syntax: JSX,
  }),
  language({
    id: "typescript",
    name: "TypeScript",
    aliases: "ts",
    extensions: ".ts .mts .cts",
    shebangs: "ts-node tsx",
    lineComment: "//",
    syntax: TYPESCRIPT,
  }),
  language({
    id: "typescriptreact",
    name: "TypeScript JSX",
    aliases: "tsx",
    extensions: ".tsx",
    lineComment: "//",
    syntax: JSX,
  }),
  language({
    id: "json",
    name: "JSON",
    extensions: ".json .geojson .webmanifest .har .avsc .jsonl .ndjson",
    fileNames: ".babelrc .eslintrc .jshintrc .prettierrc composer.lock Pipfile.lock flake.lock",
    syntax: JSONC,
  }),
  language({
    id: "ipynb",
    name: "Jupyter notebook",
    aliases: "jupyter",
    extensions: ".ipynb",
    syntax: JSONC,
  }),
  language({
    id: "jsonc",
    name: "JSON with comments",
    extensions: ".jsonc .json5 .code-workspace .code-snippets .hjson",
    fileNames: "tsconfig.json jsconfig.json devcontainer.json",
    lineComment: "//",
    syntax: JSONC,
  }),
  language({
    id: "html",
    name: "HTML",
    extensions: ".html .htm .xhtml .shtml",
    blockComments: "<!-- --> /* */",
    syntax: HTML,
  }),
  language({
    id: "vue",
    name: "Vue",
    extensions: ".vue",
    blockComments: "<!-- --> /* */",
    syntax: HTML,
  }),
  language({
    id: "svelte",
    name: "Svelte",
    extensions: ".svelte",
    blockComments: "<!-- --> /* */",
    syntax: HTML,
  }),
  language({
    id: "astro",
    name: "Astro",
    extensions: ".astro",
    blockComments: "<!-- --> {/* */} /* */",
    syntax: template(blockComment("{/*", "*/}")),
  }),
  language({
    id: "handlebars",
    name: "Handlebars",
    extensions: ".hbs .handlebars .mustache",
    blockComments: "{{!-- --}}",
    syntax: template(blockComment("{{!--", "--}}"), blockComment("{{!", "}}")),
  }),
  language({
    id: "jinja",
    name: "Jinja",
    aliases: "jinja-html twig django-html nunjucks",
    extensions: ".jinja .jinja2 .njk .twig",
    blockComments: "{# #}",
    syntax: template(braces),
  }),
  language({
    id: "erb",
    name: "ERB",
    extensions: ".erb .rhtml",
    blockComments: "<%# %>",
    syntax: template(percents),
  }),
  language({
    id: "ejs",
    name: "EJS",
    extensions: ".ejs",
    blockComments: "<%# %>",
    syntax: template(percents),
  }),
  language({
    id: "jsp",
    name: "JSP",
    aliases: "asp",
    extensions: ".jsp .jspf .asp .aspx .ascx",
    blockComments: "<%-- --%>",
    syntax: template(blockComment("<%--", "--%>")),
  }),
  language({
    id: "razor",
    name: "Razor",
    aliases: "aspnetcorerazor",
    extensions: ".cshtml .razor .vbhtml",
    blockComments: "@* *@",
    syntax: template(blockComment("@*", "*@")),
  }),
  language({
    id: "blade",
    name: "Blade",
    extensions: ".blade.php",
    blockComments: "{{-- --}}",
    syntax: template(blockComment("{{--", "--}}")),
  }),
  language({
    id: "pug",
    name: "Pug",
    aliases: "jade",
    extensions: ".pug .jade",
    lineComment: "//",
    syntax: new Tokens([lineComment("//", firstOnLine)]),
  }),
  language({
    id: "php",
    name: "PHP",
    extensions: ".php .phtml .php3 .php4 .php5 .php7 .phps .phpt",
    shebangs: "php",
    lineComment: "//",
    blockComments: "<!-- -->",
    syntax: PHP,
  }),
  language({
    id: "css",
    name: "CSS",
    aliases: "postcss",
    extensions: ".css .pcss .postcss .wxss",
    blockComments: "/* */",
    syntax: CSS,
  }),
  language({ id: "scss", name: "SCSS", extensions: ".scss", lineComment: "//", syntax: SCSS }),
  language({ id: "sass", name: "Sass", extensions: ".sass", lineComment: "//", syntax: SCSS }),
  language({ id: "less", name: "Less", extensions: ".less", lineComment: "//", syntax: SCSS }),
  language({ id: "stylus", name: "Stylus", extensions: ".styl", lineComment: "//", syntax: SCSS }),
  language({
    id: "graphql",
    name: "GraphQL",
    extensions: ".graphql .gql .graphqls",
    lineComment: "#",
    syntax: GRAPHQL,
  }),
  language({
    id: "markdown",
    name: "Markdown",
    aliases: "md rmd quarto",
    extensions: ".md .markdown .mkd .mdwn .mdown .rmd .qmd",
    blockComments: "<!-- -->",
    syntax: MARKDOWN,
  }),
  language({ id: "mdx", name: "MDX", extensions: ".mdx", blockComments: "{/* */}", syntax: MDX }),
  language({
    id: "xml",
    name: "XML",
    aliases: "xsl plcopen svg dtd",
    extensions:
      ".xml .xsd .xsl .xslt .svg .rdf .plist .xaml .axaml .csproj .vbproj .fsproj .vcxproj .props .targets .filters .nuspec .resx .wxs .wxi .arxml .odx .pdx .gsdml .aml .esi .wsdl .xmi .ui .qrc .launch .urdf .xacro .svd .cproject .uvprojx .uvoptx .ewp .ewd .mxml .dtd .ent .rng .dita .fbt .sub .sys .fct .adp .dtp .pom .jrxml .storyboard .xib .xlf .xliff .atom .rss .kml .gpx .iml",
    fileNames: ".cproject .project .classpath",
    blockComments: "(* *) <!-- -->",
    isPlantXml: true,
    syntax: XML,
  }),
  language({
    id: "wat",
    name: "WebAssembly text",
    extensions: ".wat .wast",
    lineComment: ";;",
    syntax: WAT,
  }),
  language({
    id: "prisma",
    name: "Prisma",
    extensions: ".prisma",
    lineComment: "//",
    syntax: CURLY,
  }),
];
