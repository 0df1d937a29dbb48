using ScoPortal.Core;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Topics;
using ScoPortal.Core.Zones;

namespace ScoPortal.Data.Newsroom;

/// <summary>Reads the sample zones, topics and glossary.</summary>
internal static class SampleZones
{
    private const string TopicsPath = "topics.json";
    private const string TermsPath = "terms.json";

    /// <summary>The zones by key, each with its focus topics out of <paramref name="topics"/>, which learn whose centre they are.</summary>
    public static Dictionary<string, Zone> Load(IReadOnlyDictionary<string, Topic> topics)
    {
        var zones = NewsroomContent.Paths.Where(p => p.StartsWith("zones/", StringComparison.Ordinal))
            .Select(path => Load(path, topics)).ToDictionary(z => z.Key);
        foreach (var file in JsonContent.Read<TopicFile[]>(TopicsPath))
            topics[file.Key].Centre = file.Zone is null ? null : zones.Named(file.Zone, TopicsPath);
        return zones;
    }

    public static Dictionary<string, Topic> Topics()
    {
        var topics = new Dictionary<string, Topic>();
        foreach (var file in JsonContent.Read<TopicFile[]>(TopicsPath))
        {
            var topic = new Topic(file.Key, file.Order);
            foreach (var (language, name) in file.Names)
                topic.Name(language, name, file.Descriptions.GetValueOrDefault(language));
            if (!topics.TryAdd(file.Key, topic))
                throw new InvalidDataException($"{TopicsPath}: '{file.Key}' is there twice.");
        }

        return topics;
    }

    public static IEnumerable<Term> Terms()
    {
        foreach (var file in JsonContent.Read<TermFile[]>(TermsPath))
        {
            var term = new Term(file.Key, file.Note);
            foreach (var (language, forms) in file.Forms)
                foreach (var form in forms)
                    Say(term, language, form);
            yield return term;
        }
    }

    private static void Say(Term term, string language, FormFile form)
    {
        try
        {
            term.Say(language, form.Text, form.Status, form.Source);
        }
        catch (RuleException broken)
        {
            throw new InvalidDataException($"{TermsPath}: '{term.Key}' breaks the rule {broken.Message}.", broken);
        }
    }

    private static Zone Load(string path, IReadOnlyDictionary<string, Topic> topics)
    {
        var file = JsonContent.Read<ZoneFile>(path);
        var zone = new Zone(file.Key, file.Mark, file.Latitude, file.Longitude) { Order = file.Order, Website = file.Website };
        zone.FoundedOn(file.Founded, file.FoundedSource);
        foreach (var (language, text) in file.Profiles)
            zone.Describe(language, text);
        zone.FocusOn([.. file.FocusTopics.Select(key => topics.Named(key, path))]);

        foreach (var figure in file.Figures)
            zone.Add(figure.ToKeyFigure());
        foreach (var milestone in file.Milestones)
            zone.Add(milestone.ToMilestone());
        return zone;
    }

    private sealed record TopicFile(
        string Key, string? Zone, int Order, Dictionary<string, string> Names, Dictionary<string, string> Descriptions);

    private sealed record TermFile(string Key, Dictionary<string, FormFile[]> Forms, string? Note = null);

    private sealed record FormFile(string Text, TermStatus Status, string? Source);

    private sealed record ZoneFile(
        string Key, int Order, ZoneMark Mark, double Latitude, double Longitude, string? Website, PartialDate Founded,
        Source FoundedSource, string[] FocusTopics, Dictionary<string, ProfileText> Profiles, FigureFile[] Figures,
        MilestoneFile[] Milestones, string? CoordinatesNote = null);

    private sealed record FigureFile(
        decimal Value, PartialDate? AsOf, FigureQualifier? Qualifier, Source Source, Dictionary<string, string> Label,
        Dictionary<string, string> Unit, Dictionary<string, decimal>? Values = null)
    {
        public KeyFigure ToKeyFigure()
        {
            var figure = new KeyFigure(Value, AsOf, Qualifier ?? FigureQualifier.Exact, Source);
            foreach (var (language, label) in Label)
                figure.Say(language, label, Unit.GetValueOrDefault(language), Values?.TryGetValue(language, out var own) == true ? own : null);
            return figure;
        }
    }

    private sealed record MilestoneFile(PartialDate Date, Source Source, Dictionary<string, string> Title, Dictionary<string, string> Text)
    {
        public Milestone ToMilestone()
        {
            var milestone = new Milestone(Date, Source);
            foreach (var (language, title) in Title)
                milestone.Say(language, title, Text.GetValueOrDefault(language));
            return milestone;
        }
    }
}
