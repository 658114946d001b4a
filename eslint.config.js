import react from 'eslint-plugin-react'
import tseslint from 'typescript-eslint'

const product = ['app/**/*.{ts,tsx}', 'jobs/**/*.ts', 'server/**/*.ts', 'db/**/*.ts']
const tests = ['**/*.test.{ts,tsx}', '**/testing.{ts,tsx}', '**/*-under-test.{ts,tsx}', 'tests/**']
const pages = ['app/**/*.tsx']
const mails = ['app/**/emails/**']
const rules = ['app/kernel/**/*.ts', 'app/core/**/*.{ts,tsx}', 'app/domains/**/*.{ts,tsx}']

const styleProp = {
  selector: 'JSXAttribute[name.name="style"]',
  message: 'The content policy drops style attributes: use a class, data-domain or an SVG attribute.',
}
const bareAttribute = {
  selector: 'JSXAttribute[name.name=/^(aria-label|aria-description|alt|label|placeholder|title)$/] > Literal[value=/\\p{L}/u]',
  message: 'A sentence a person sees goes through i18n.t().',
}
const bareExpression = {
  selector: 'JSXElement > JSXExpressionContainer > :matches(Literal[value=/\\p{L}/u], TemplateLiteral:has(> TemplateElement[value.cooked=/\\p{L}/u]))',
  message: 'A sentence a person sees goes through i18n.t().',
}
const namedZod = {
  selector: 'ImportDeclaration[source.value="zod"] > ImportSpecifier',
  message: "A bundler drops what is unused of import * as z from 'zod', but not of { z }.",
}
const clock = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Rules take the moment from ctx.now.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Rules take the moment from ctx.now.' },
]

export default tseslint.config(
  { ignores: ['build/**', 'data/**', 'node_modules/**', 'public/**', 'tests/.artifacts/**', 'app/words/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: product,
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, IIFEs: true }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only app/platform/env.server.ts reads the environment.' }],
      'no-restricted-imports': [
        'error',
        { name: '@remix-run/react', importNames: ['Link', 'NavLink'], message: 'Pages that do not hydrate use plain <a>.' },
      ],
      'no-restricted-syntax': ['error', namedZod],
    },
  },
  {
    // Remix reads these without the aliases of vite.config.ts.
    files: ['app/routes.ts', 'app/registry.ts', 'app/**/module.ts', 'app/kernel/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['~/*', '#db/*'], allowTypeImports: true, message: 'Remix reads this file before it knows the aliases: import by a relative path.' }] },
      ],
    },
  },
  { files: ['app/platform/env.server.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: rules, rules: { 'no-restricted-syntax': ['error', namedZod, ...clock] } },
  {
    files: pages,
    plugins: { react },
    settings: { react: { version: '18.3' } },
    rules: {
      'react/jsx-key': 'error',
      'react/jsx-no-literals': ['error', { ignoreProps: true, allowedStrings: [...'·–—/:,.()×→←+-#•%@'] }],
      'no-restricted-syntax': ['error', namedZod, styleProp, bareAttribute, bareExpression, ...clock],
    },
  },
  { files: mails, rules: { 'no-restricted-syntax': ['error', namedZod, bareAttribute, bareExpression, ...clock] } },
  {
    files: [...tests, 'db/seeds/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      'react/jsx-no-literals': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
