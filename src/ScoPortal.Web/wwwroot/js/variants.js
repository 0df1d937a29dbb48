// Makes narrower forms of a picture and sends them along. Where a browser cannot, the picture goes without.

export async function makeVariants(picture, url, widths, token) {
  if (!widths.length || typeof OffscreenCanvas === 'undefined')
    return [];
  try {
    const bitmap = await createImageBitmap(picture);
    const form = new FormData();
    for (const width of widths.filter(w => w < bitmap.width)) {
      const canvas = new OffscreenCanvas(width, Math.max(1, Math.round(width * bitmap.height / bitmap.width)));
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: .82 });
      // A browser that cannot write WebP writes PNG instead.
      if (blob.type !== 'image/webp')
        return [];
      form.append('file', blob, `${width}.webp`);
    }
    bitmap.close();
    const answer = await fetch(url, { method: 'POST', body: form, headers: { RequestVerificationToken: token } });
    return answer.ok ? (await answer.json()).widths : [];
  } catch {
    return [];
  }
}
