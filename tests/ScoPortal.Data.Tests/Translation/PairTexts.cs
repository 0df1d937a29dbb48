using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Tests.Stories;

namespace ScoPortal.Data.Tests.Translation;

/// <summary>Texts of a newsroom that never was: one in three languages, and another.</summary>
internal static class PairTexts
{
    public static readonly ReleaseContent English = Text("Second terminal of the Aksai dry port opens", "2026-03-14", """
        The second terminal of the Aksai dry port was opened on March 14, 2026. It has 3 tracks of 1,050 metres each and can load 48 trains a month, said Director Anna Petrova.

        Last year 612 trains with 31,400 containers passed through the port, 18.5 percent more than in 2024. Most of them ran between Qingdao, Almaty and Duisburg.

        Investors from Kazakhstan, Russia and Germany have spent 240 million yuan on the terminal. Its customs office works around the clock, and papers are checked within 45 minutes.

        More at https://aksai-port.example/terminal2
        """);

    public static readonly ReleaseContent German = Text("Zweites Terminal des Trockenhafens Aksai eröffnet", "2026-03-15", """
        Das zweite Terminal des Trockenhafens Aksai wurde am 14. März 2026 eröffnet. Es hat 3 Gleise von je 1.050 Metern und kann 48 Züge im Monat beladen, sagte Direktorin Anna Petrova.

        Im vergangenen Jahr passierten 612 Züge mit 31.400 Containern den Hafen, 18,5 Prozent mehr als 2024. Die meisten fuhren zwischen Qingdao, Almaty und Duisburg.

        Investoren aus Kasachstan, Russland und Deutschland haben 240 Millionen Yuan für das Terminal ausgegeben. Sein Zollamt arbeitet rund um die Uhr, Papiere werden binnen 45 Minuten geprüft.

        Mehr unter https://aksai-port.example/terminal2
        """);

    public static readonly ReleaseContent Russian = Text("Открыт второй терминал сухого порта Аксай", "2026-03-14", """
        Второй терминал сухого порта Аксай открылся 14 марта 2026 года. В нём 3 пути длиной 1050 метров каждый, в месяц можно загружать 48 поездов, сообщила директор Анна Петрова.

        В прошлом году через порт прошли 612 поездов с 31 400 контейнерами, на 18,5 процента больше, чем в 2024 году. Большинство из них курсировало между Циндао, Алматы и Дуйсбургом.

        Инвесторы из Казахстана, России и Германии вложили в терминал 240 миллионов юаней. Таможня работает круглосуточно, документы проверяют за 45 минут.

        Подробнее: https://aksai-port.example/terminal2
        """);

    public static readonly ReleaseContent Other = Text("Teeverkostung in der Altstadt", "2026-05-02", """
        Elf Händler luden am 2. Mai zur Teeverkostung in die Altstadt. Rund 900 Gäste probierten 27 Sorten, darunter weiße Tees aus Fujian.

        Musik und Lesungen begleiteten den Abend. Der Erlös von 5.300 Euro geht an die Musikschule.
        """);

    public static ReleaseContent Text(string headline, string date, string body) => new()
    {
        Headline = headline,
        Body = body,
        Source = "Test desk",
        Dateline = new Dateline { Date = PartialDate.Parse(date) },
    };

    public static async Task<Release> KeepAsync(this TestDatabase newsroom, string language, ReleaseContent content)
    {
        await using var db = newsroom.Open();
        var story = new Story();
        var release = story.Draft(language, content, Desk.Anna);
        db.Add(story);
        await db.SaveChangesAsync();
        return release;
    }
}
