namespace FeedbackLab.Analysis.Privacy;

/// <summary>What points at somebody.</summary>
public enum PersonalDataKind
{
    /// <summary>A person's name, without its honorific.</summary>
    Person,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A centre, an office, a corporation, a school or a hospital, by its name.</summary>
    Office,

    /// <summary>A municipality, a part of one, a station, an address; not a prefecture.</summary>
    Locality,

    /// <summary>A telephone or fax number.</summary>
    Phone,

    /// <summary>A mail or web address.</summary>
    Mail,

    /// <summary>A date of birth.</summary>
    BirthDate,

    /// <summary>Number of a certificate, an insurance, an account: what a register finds a person by.</summary>
    Number,

    /// <summary>The name that somebody has in a service of messages or pictures.</summary>
    Account,
}
