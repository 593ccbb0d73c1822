/** The smallest value a schema accepts: null where it may be null, required members only. */
export function createSkeletonWriter(definitions) {
  function resolve(schema) {
    return schema.$ref ? definitions[schema.$ref.slice('#/$defs/'.length)] : schema;
  }

  function smallest(reference) {
    const schema = resolve(reference);
    if (schema.anyOf)
      return schema.anyOf.some((branch) => branch.type === 'null') ? null : smallest(schema.anyOf[0]);
    if ('const' in schema) return schema.const;
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'object') return smallestObject(schema);
    return { array: [], string: '', number: 0, boolean: false }[schema.type] ?? null;
  }

  function smallestObject(schema) {
    const required = schema.required ?? [];
    return Object.fromEntries(required.map((name) => [name, smallest(schema.properties[name])]));
  }

  return smallest;
}
