import { matchesGlob, posix, relative, sep } from 'node:path';
import { islands, layerTable } from './layer-table.mjs';

function matchesAny(path, globs = []) {
  return globs.some((glob) => matchesGlob(path, glob));
}

function resolveImport(file, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const alias = /^(?:@|~)\/(.+)$/.exec(specifier);
  const app = /^apps\/[^/]+\//.exec(file);
  return alias && app ? `${app[0]}src/${alias[1]}` : specifier;
}

function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

function crossesIslands(file, target) {
  return islands.find(({ pattern }) => {
    const [here, there] = [pattern.exec(file), pattern.exec(target)];
    return here && there && here[1] === there[1] && here[2] !== there[2];
  });
}

function createImportsRule(context) {
  const file = relative(context.cwd, context.filename).split(sep).join('/');
  const rows = layerTable.filter((row) => matchesAny(file, row.from) && !matchesAny(file, row.except));

  function check(node) {
    if (typeof node.source?.value !== 'string') return;
    const target = resolveImport(file, node.source.value);
    const broken =
      rows.find(
        (row) =>
          matchesAny(target, row.ban) && !matchesAny(target, row.allow) && !(row.types && isTypeOnly(node)),
      ) ?? crossesIslands(file, target);
    if (broken) context.report({ node: node.source, message: `${broken.message} (${target})` });
  }

  return {
    ImportDeclaration: check,
    ImportExpression: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
  };
}

const plugin = { meta: { name: 'layers' }, rules: { imports: { create: createImportsRule } } };
export default plugin;
