namespace FeedbackLab.DictionaryCompiler;

/// <summary>IPADIC as the npm package kuromoji holds it.</summary>
/// <param name="Words">By surface (UTF-16 order), within a surface in the order of the dictionary.</param>
/// <param name="Unknown">Entries for unknown words, by character class.</param>
/// <param name="Connections">Cost of right id × left id, row by row.</param>
/// <param name="Rows">Number of right ids.</param>
/// <param name="Columns">Number of left ids.</param>
/// <param name="CharacterClasses">Class of each UTF-16 code unit.</param>
/// <param name="Classes">The classes, by number.</param>
internal sealed record Ipadic(
    IReadOnlyList<Word> Words,
    IReadOnlyList<IReadOnlyList<Word>> Unknown,
    short[] Connections,
    int Rows,
    int Columns,
    byte[] CharacterClasses,
    IReadOnlyList<CharacterClass> Classes);

/// <summary>An entry of the dictionary.</summary>
/// <param name="Surface">The surface; the class's name for unknown words.</param>
/// <param name="LeftId">Left context.</param>
/// <param name="RightId">Right context.</param>
/// <param name="Cost">Word cost.</param>
/// <param name="Features">Part of speech in four levels, inflection type and form, base form, reading, pronunciation; * where there is none.</param>
internal sealed record Word(string Surface, int LeftId, int RightId, int Cost, string[] Features);

/// <summary>How characters of a class make unknown words.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Invokes">Whether unknown words are made even where known ones match.</param>
/// <param name="Groups">Whether a run of the class makes one word.</param>
internal sealed record CharacterClass(string Name, bool Invokes, bool Groups);
