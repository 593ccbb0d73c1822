import { createRequire } from 'node:module';

// Latin, Greek and Cyrillic, under the SIL Open Font License. Files: pdfmake puts what is used of them into the document.
const { resolve } = createRequire(import.meta.url);
const inter = (file: string) => resolve(`@expo-google-fonts/inter/${file}`);

export const fonts = {
  Inter: {
    normal: inter('400Regular/Inter_400Regular.ttf'),
    bold: inter('600SemiBold/Inter_600SemiBold.ttf'),
  },
};
