/**
 * The arrows of the system, an allow-list: a dependency that no row names is an error. Each row has
 * an arrow that needs it and a planted offender beside it in test/architecture/support.
 */
const catalogue = '^src/catalogue/';
const timeline = '^src/timeline/';
const domainDoors = '^src/domain/(?!kernel/)[^/]+/index\\.ts$';
const ports = '^src/application/ports/';
const application = '^src/application/(?!ports/)';
const access = '^src/access/';
const integrity = '^src/integrity/';
const views = '^projections/';
const sharedByViews = '^projections/[^/]+\\.ts$';
const client = '^src/client/';
const compositionRoot = '^src/(app\\.module\\.ts$|main\\.ts$|cli\\.ts$|serve\\.ts$|composition/)';
const outsideTheProduct = '^((test|bench|scripts)/|[^/]+\\.c?js$)';
const nest = '@nestjs/(common|core)';
const nodeBuiltins = { dependencyTypes: ['core'] };

/** Packages that package.json brings to whoever installs the product: neither dev nor undeclared. */
const packages = (...names) => ({
  path: `node_modules/(${names.join('|').replaceAll('.', '\\.')})/`,
  dependencyTypes: ['npm'],
});
const builtin = (name) => ({ path: `^(node:)?${name}$`, dependencyTypes: ['core'] });
const typesOf = (path) => ({ path, dependencyTypes: ['type-only'] });

const from = (path, ...targets) =>
  targets.map((to) => ({ from: { path }, to: typeof to === 'string' ? { path: to } : to }));

const adapter = (name, ...driver) => from(`^src/adapters/${name}/`, ...driver);

module.exports = {
  allowedSeverity: 'error',
  allowed: [
    ...from(catalogue, catalogue),
    ...from('^src/catalogue/amount\\.ts$', packages('decimal.js')),

    ...from(timeline, timeline, catalogue),

    ...from('^src/domain/([^/]+)/', '^src/domain/$1/', '^src/domain/kernel/', catalogue, timeline),

    ...from(sharedByViews, sharedByViews, catalogue, timeline),
    ...from('^projections/([^/]+)/', '^projections/$1/', sharedByViews, catalogue),

    ...from(ports, ports, catalogue),
    ...from(application, application, ports, catalogue, domainDoors, views, integrity),
    ...from(application, access),

    ...from(access, access, catalogue, ports, packages('@node-rs/argon2'), builtin('crypto')),

    ...from('^src/adapters/([^/]+)/', '^src/adapters/$1/', catalogue, ports),
    ...adapter('sqlite', nodeBuiltins),
    ...adapter('snapshots', nodeBuiltins),
    ...adapter('clock', builtin('timers/promises')),
    ...adapter('memory', builtin('crypto')),
    ...adapter('papers', builtin('crypto')),
    ...adapter('oidc', packages('openid-client')),
    ...adapter('eventstoredb', packages('@eventstore/db-client'), nodeBuiltins),

    ...from(integrity, integrity, catalogue, packages('canonicalize'), builtin('crypto')),

    ...from('^src/intake/', '^src/intake/', catalogue, typesOf(views), packages('csv-parse')),
    ...from('^src/reports/', '^src/reports/', catalogue, typesOf(views)),
    ...from('^src/reports/', packages('csv-stringify', 'cli-table3')),

    ...from('^src/bus/', '^src/bus/', application, typesOf(ports), domainDoors, views, catalogue),
    ...from('^src/bus/', access),
    ...from('^src/bus/', packages(nest, '@nestjs/cqrs')),

    ...from('^src/(http|cli)/', '^src/$1/', '^src/(bus|intake|reports)/', catalogue),
    ...from('^src/(http|cli)/', typesOf(views), packages(nest, '@nestjs/cqrs'), nodeBuiltins),
    ...from(
      '^src/http/',
      packages('@nestjs/(platform-fastify|swagger)', 'fastify', 'class-validator'),
      packages('class-transformer', 'rxjs'),
    ),
    ...from('^src/cli/', packages('commander', 'cli-table3'), client),
    ...from(client, client, packages('openapi-fetch')),

    { from: { path: compositionRoot }, to: { pathNot: outsideTheProduct } },
    { from: { path: outsideTheProduct }, to: {} },
  ],
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'neither of two modules that need each other can be understood or tested alone',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'default', 'types'],
    },
  },
};
